// As `nameWords` spells them; “saint” is also how “St” for street reads.
const streets = new Set(
  'street saint road rd lane ln avenue ave close drive dr way court crescent cres place square sq terrace gardens grove mews row hill walk parade rise view vale wharf embankment yard passage circus broadway esplanade'.split(
    ' ',
  ),
)
const rooms = new Set(['flat', 'apartment', 'apt', 'unit', 'room', 'floor', 'suite', 'no', 'number'])
const maxStreetWords = 4

/**
 * Leaves out a house’s number and street: “Flat 2, 8 Church Street, Leeds” is about Leeds, and a Church Street that is a
 * ward elsewhere would be a wrong answer.
 * @param words as of `nameWords`
 */
export function dropStreet(words: readonly string[]): string[] {
  for (const [at, word] of words.entries()) {
    if (!/^\d{1,4}[a-z]?$/.test(word)) continue
    if (rooms.has(words[at - 1] ?? '')) return dropStreet([...words.slice(0, at - 1), ...words.slice(at + 1)])
    const end = words.findIndex((each, index) => index > at + 1 && index <= at + maxStreetWords && streets.has(each))
    if (end > 0) return [...words.slice(0, at), ...words.slice(end + 1)]
  }
  return [...words]
}
