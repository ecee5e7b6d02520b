import { dropStreet } from './drop-street'
import { codesOfPlace, listPlacesBeginning, textOfPlace, type Places } from './places'
import type { NamedSeat } from './named-seats'
import { nameWords, toNameKey } from './name-words'
import { createNearWords, type NearWords } from './near-words'
import { regionNames } from './other-names'

/** A constituency found, and the place there that was typed, if one was. */
export type NameMatch = { found: NamedSeat; place: string | null }

/** The matches, the likeliest first. `isExact`: something is called just what was typed, not nearly so. */
export type NameSearch = { isExact: boolean; matches: NameMatch[] }

type Scored = { seat: NamedSeat; score: number; place: string | null }

/** The constituencies, and everything they are found by. */
export type NameIndex = {
  seats: readonly NamedSeat[]
  places: Places
  byCode: ReadonlyMap<string, NamedSeat>
  near: NearWords
  regions: ReadonlyMap<string, string>
  /** Constituencies by the keys of their names, their MPs and their MPs' surnames. */
  keys: ReadonlyMap<string, Scored[]>
}

// What people write around a name. Each may also be a part of one, so they go only when the whole isn't found.
const noise = new Set(
  'the and of mp mps constituency constituencies seat member of parliament for my our is are who i we live in at near from to a right rt hon honourable sir dame mr mrs ms miss dr rev revd prof professor lord lady kc qc obe mbe cbe dbe kbe kcb cb pc ch labour lab coop conservative conservatives tory con liberal democrat democrats lib dem dems libdem green party reform uk snp scottish national dup sdlp plaid cymru sinn fein alliance uup tuv independent ind restore britain speaker city town village county borough district council uk england near please find contact email postcode address hello hi dear'.split(
    ' ',
  ),
)
const maxWords = 40
const maxWindow = 9
const maxCorrections = 16
const maxPlaces = 300
const kindScores = [86, 80, 60] // district, town, ward; sizes add up to 8

/** Prepares the search. Building it takes 60 ms; it is worth keeping until an MP changes. */
export function createNameIndex(seats: readonly NamedSeat[], places: Places): NameIndex {
  const near = createNearWords()
  near.add(new Set(places.text.split(/[ \n]+/).filter(Boolean)))
  // Towns written in one word or with a typing error in the gap; wards are too many.
  near.add(places.names.flatMap((_, at) => (places.kinds[at] === 2 ? [] : keyOfPlace(places, at))))
  for (const { nameText, nameKeys, mpText, mpKeys } of seats) {
    near.add(`${nameText} ${mpText}`.split(/[ |]+/).filter(Boolean))
    near.add([...nameKeys, ...mpKeys])
  }
  const regions = new Map(
    Object.entries(regionNames).flatMap(([region, names = []]) =>
      names.map((name): [string, string] => [toNameKey(nameWords(name)), region]),
    ),
  )
  const keys = new Map<string, Scored[]>()
  const put = (key: string, scored: Scored) => {
    const known = keys.get(key)
    if (known) known.push(scored)
    else keys.set(key, [scored])
  }
  for (const seat of seats) {
    for (const key of seat.nameKeys) put(key, score(seat, 100))
    for (const key of seat.mpKeys) put(key, score(seat, 95))
    if (seat.surnameKey !== null) put(seat.surnameKey, score(seat, 80))
  }
  return { seats, places, keys, byCode: new Map(seats.map((seat) => [seat.code, seat])), near, regions }
}

/**
 * Finds constituencies by their names in any language, by their MPs as people know them, by places in them and by parts of
 * the UK; inside other words too, and through typing errors.
 * @param text as typed, of any length; words beyond the first forty don't count
 */
export function searchNames(index: NameIndex, text: string): NameSearch {
  const typed = nameWords(text.slice(0, 2_000)).slice(0, maxWords)
  if (typed.length === 0) return { isExact: true, matches: [] }
  const words = dropStreet(typed)
  if (words.length === 0) return { isExact: false, matches: [] }
  const heard = words.filter((word) => !noise.has(word))
  const exact =
    findExact(index, toNameKey(words)) ??
    (heard.length > 0 && heard.length < words.length ? findExact(index, toNameKey(heard)) : null) ??
    findWithin(index, words) ??
    null
  if (exact === null && heard.length === 0) return { isExact: false, matches: [] }
  const all = rank([...(exact ?? []), ...findByWords(index, words, exact !== null)])
  if (all.length > 0) return { isExact: true, matches: all }
  const byHeard = heard.length > 0 ? rank(findByWords(index, heard, false)) : []
  if (byHeard.length > 0) return { isExact: true, matches: byHeard }
  return { isExact: false, matches: findNearly(index, heard.length > 0 ? heard : words) }
}

/** What is called just that: a part of the UK, a constituency, an MP, a place or a surname. */
function findExact({ seats, places, byCode, regions, keys }: NameIndex, key: string): Scored[] | null {
  const region = regions.get(key)
  if (region !== undefined) return seats.filter((seat) => seat.region === region).map((seat) => score(seat, 50))
  const found = [...(keys.get(key) ?? [])]
  for (const at of listPlaces(places, key)) found.push(...scorePlace(places, byCode, at))
  return found.length > 0 ? found : null
}

/** The longest run of words that something is called: in “I live in Bath, near the river” it is Bath. */
function findWithin(index: NameIndex, words: string[]): Scored[] | null {
  for (let length = Math.min(words.length - 1, maxWindow); length > 0; length--) {
    const found: Scored[] = []
    for (let start = 0; start + length <= words.length; start++) {
      const run = words.slice(start, start + length)
      const meansNothing = run.every((word) => noise.has(word) || /^\d/.test(word) || word.length < 3)
      if (!meansNothing) found.push(...(findExact(index, toNameKey(run)) ?? []))
    }
    // Of single words, a surname or a ward is a coincidence beside a town. A town beside a constituency of its name isn't:
    // “Ashford, Middlesex” is the smaller one.
    if (found.length > 0) {
      const best = Math.max(...found.map((each) => each.score))
      return found.filter(({ score, place }) => score >= best - 15 || (place !== null && score > 80))
    }
  }
  return null
}

/** Constituencies, MPs and places of which every word typed begins a word. Beside exact ones, only whole words count. */
function findByWords({ seats, places, byCode }: NameIndex, words: string[], isWhole: boolean): Scored[] {
  const [first = ''] = words
  // Above a village that is called just that, below a town.
  const named = isWhole ? 84 : 65
  if (words.join('').length < 2) return []
  const has = (text: string) => words.every((word) => text.includes(isWhole ? ` ${word} ` : ` ${word}`))
  const found = seats.flatMap((seat) => {
    if (!has(seat.text)) return []
    return [
      score(seat, has(`${seat.nameText} `) ? named + Number(seat.nameText.startsWith(` ${first}`)) : isWhole ? 0 : 62),
    ]
  })
  if (isWhole) return found.filter((each) => each.score > 0)
  for (const at of listPlacesBeginning(places, words).slice(0, maxPlaces))
    found.push(...scorePlace(places, byCode, at).map((each) => ({ ...each, score: each.score - 40 })))
  return found
}

/** What is called nearly that, word by word or as one word. */
function findNearly(index: NameIndex, words: string[]): NameMatch[] {
  const asOne = index.near.find(toNameKey(words)).flatMap((key) => findExact(index, key) ?? [])
  if (asOne.length > 0) return rank(asOne)
  let readings: string[][] = [[]]
  for (const word of words.slice(0, 6)) {
    const options = isBeginning(index, word) ? [word] : index.near.find(word)
    readings = readings.flatMap((reading) => options.map((option) => [...reading, option])).slice(0, maxCorrections)
  }
  const found = readings.flatMap((reading) =>
    reading.length === 0 ? [] : (findExact(index, toNameKey(reading)) ?? findByWords(index, reading, false)),
  )
  if (found.length > 0) return rank(found)
  // One word of several may be right: the longest one that means something.
  const [longest] = words.toSorted((a, b) => b.length - a.length)
  const single = longest === undefined || words.length === 1 ? [] : [longest, ...index.near.find(longest)]
  return rank(single.flatMap((word) => findExact(index, word) ?? []))
}

function isBeginning({ seats, places }: NameIndex, word: string): boolean {
  const part = ` ${word}`
  return (
    seats.some(({ nameText, mpText }) => nameText.includes(part) || mpText.includes(part)) || places.text.includes(part)
  )
}

/** The positions of the places with a key. They are in the order of their keys. */
function listPlaces(places: Places, key: string): number[] {
  const count = places.names.length
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (keyOfPlace(places, middle) < key) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low; at < count && keyOfPlace(places, at) === key; at++) found.push(at)
  return found
}

function keyOfPlace(places: Places, at: number): string {
  return textOfPlace(places, at).replaceAll(' ', '')
}

function scorePlace(places: Places, byCode: NameIndex['byCode'], at: number): Scored[] {
  const name = places.names[at] ?? ''
  const district = places.districts[places.districtOf[at] ?? 0] ?? ''
  const base = (kindScores[places.kinds[at] ?? 2] ?? 60) + (places.sizes[at] ?? 0) / 32
  return codesOfPlace(places, at).flatMap((code, position) => {
    const seat = byCode.get(code)
    const where = district === '' || district === name ? (seat?.region ?? '') : district
    return seat ? [{ seat, score: base - position * 0.1, place: where === name ? name : `${name}, ${where}` }] : []
  })
}

function score(seat: NamedSeat, value: number): Scored {
  return { seat, score: value, place: null }
}

/** Each constituency once, by its best score, the likeliest first. */
function rank(found: readonly Scored[]): NameMatch[] {
  const best = new Map<string, Scored>()
  for (const each of found) {
    const known = best.get(each.seat.code)
    if (!known || each.score > known.score) best.set(each.seat.code, each)
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.seat.seat.name < b.seat.seat.name ? -1 : 1))
    .map(({ seat, place }) => ({ found: seat, place }))
}
