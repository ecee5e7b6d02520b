export const placeKinds = ['district', 'town', 'ward'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** A place's name with the ONS codes of the constituencies it lies in, likeliest first. */
export type Place = { kind: PlaceKind; name: string; district: string; size: number; codes: string[] }

/** Places as they are searched: columns of the same length, in the order of their keys. */
export type Places = {
  credits: string[]
  districts: string[]
  codes: string[]
  names: string[]
  /** The words of all names (`nameWords`), each after a space, and each name in a line of its own. */
  text: string
  /** Where each name's line begins in `text`, plus an entry for the end. */
  lines: Uint32Array
  kinds: Uint8Array
  /** Larger places come first where names are the same: 0 to 255, logarithmic. */
  sizes: Uint8Array
  districtOf: Uint16Array
  /** The positions of a place's codes in `codes` are those from its start to the next one's. */
  starts: Uint16Array
  codePositions: Uint16Array
}

/** One place's constituencies, likeliest first. */
export function codesOfPlace({ starts, codePositions, codes }: Places, at: number): string[] {
  return [...codePositions.subarray(starts[at], starts[at + 1])].flatMap((position) => codes[position] ?? [])
}

/** The words of one place's name, each after a space. */
export function textOfPlace({ text, lines }: Places, at: number): string {
  return text.slice(lines[at], (lines[at + 1] ?? 1) - 1)
}

/** The positions of the places in whose names each of these words begins a word, in order. */
export function listPlacesBeginning({ text, lines }: Places, words: readonly string[]): number[] {
  const [longest = '', ...others] = words.toSorted((a, b) => b.length - a.length).map((word) => ` ${word}`)
  const found: number[] = []
  for (let at = text.indexOf(longest); at >= 0;) {
    const line = findLine(lines, at)
    const end = lines[line + 1] ?? text.length
    const own = text.slice(lines[line], end)
    if (others.every((word) => own.includes(word))) found.push(line)
    at = text.indexOf(longest, end)
  }
  return found
}

function findLine(lines: Uint32Array, position: number): number {
  let low = 0
  let high = lines.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] ?? 0) <= position) low = middle
    else high = middle - 1
  }
  return low
}
