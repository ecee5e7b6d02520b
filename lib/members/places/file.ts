import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { z } from 'zod'
import { nameWords } from '../model/name-words'
import { placeKinds, type Place, type Places } from '../model/places'

const header = z.strictObject({
  version: z.literal(1),
  credits: z.array(z.string()).min(1),
  districts: z.array(z.string()),
  codes: z.array(z.string().regex(/^[EWSN]\d{8}$/)),
})

/**
 * Writes the file of places: a line of JSON with the credits, districts and codes, then a line for each place (name, kind,
 * district, size, codes; numbers in base 36), in the order of their keys, in Brotli.
 */
export function encodePlaces(places: readonly Place[], credits: string[]): Uint8Array {
  const districts = [...new Set(places.map(({ district }) => district))].sort()
  const codes = [...new Set(places.flatMap((place) => place.codes))].sort()
  const short = (value: number) => value.toString(36)
  const lines = places
    .map((place) => ({ place, key: nameWords(place.name).join('') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : b.place.size - a.place.size))
    .map(({ place: { name, kind, district, size, codes: own } }) =>
      [
        name,
        short(placeKinds.indexOf(kind)),
        short(districts.indexOf(district)),
        short(Math.min(Math.round(Math.log2(size + 1) * 10), 255)),
        own.map((code) => short(codes.indexOf(code))).join(' '),
      ].join('\t'),
    )
  const text = [JSON.stringify({ version: 1, credits, districts, codes }), ...lines].join('\n')
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
}

/** Reads what `encodePlaces` has written. @throws when it is something else, which is a bug: the file is committed */
export function decodePlaces(bytes: Uint8Array): Places {
  const [first = '', ...lines] = brotliDecompressSync(bytes).toString().split('\n')
  const { credits, districts, codes } = header.parse(JSON.parse(first))
  const rows = lines.map((line) => line.split('\t'))
  const numbers = (column: number) => rows.map((row) => parseInt(row[column] ?? '', 36))
  const own = rows.map((row) => (row[4] ?? '').split(' ').map((code) => parseInt(code, 36)))
  const starts = new Uint16Array(rows.length + 1)
  for (const [at, { length }] of own.entries()) starts[at + 1] = (starts[at] ?? 0) + length
  // Copied out of the unpacked text, which a part of it would keep in memory.
  const names = rows.map(([name = '']) => Buffer.from(name).toString())
  const searched = names.map((name) => ` ${nameWords(name).join(' ')}\n`)
  const begins = new Uint32Array(names.length + 1)
  for (const [at, { length }] of searched.entries()) begins[at + 1] = (begins[at] ?? 0) + length
  return {
    credits,
    districts,
    codes,
    names,
    // Flat, as a long joined string is searched slowly.
    text: Buffer.from(searched.join('')).toString(),
    lines: begins,
    kinds: Uint8Array.from(numbers(1)),
    sizes: Uint8Array.from(numbers(3)),
    districtOf: Uint16Array.from(numbers(2)),
    starts,
    codePositions: Uint16Array.from(own.flat()),
  }
}
