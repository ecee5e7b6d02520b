const COMBINING_MARKS = /\p{M}/gu
const APOSTROPHES = /['\u2018\u2019\u02BC\u0060\u00B4]/g

/** Lower case without accents: Welsh and Gaelic names are spelt with and without them. */
function plain(name: string): string {
  return name.normalize('NFD').replace(COMBINING_MARKS, '').toLowerCase()
}

/**
 * A constituency's name as a part of a URL: "Ynys Môn" becomes "ynys-mon". Unique over the 650.
 * @param name the official name, accents included
 * @returns a-z, 0-9 and single hyphens
 */
export function constituencySlug(name: string): string {
  return plain(name)
    .replace(APOSTROPHES, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/**
 * A key under which two spellings of one official name meet: accents (ŵ), kind of apostrophe,
 * case and spaces do not matter, everything else does. Only for sources that carry no ONS code,
 * such as Parliament's Members API; join on the code wherever there is one.
 * @param name the name as the source spells it
 */
export function constituencyNameKey(name: string): string {
  return plain(name).replace(APOSTROPHES, "'").replace(/\s+/g, ' ').trim()
}
