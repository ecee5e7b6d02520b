import fc from 'fast-check'
import { addLive, addTerminated, createCollection, type Collection } from '@/lib/postcodes/index/collection'
import { fitPostcodeIndex } from '@/lib/postcodes/index/fit'
import { areaCount, postcodeAt, sectorsPerArea, unitsPerSector } from '@/lib/postcodes/index/numbering'
import { openPostcodeIndex, type PostcodeIndex } from '@/lib/postcodes/index/open'

/** Any postcode in normal form whose last letters are in use. */
export const normalPostcodes = fc
  .tuple(fc.integer({ min: 0, max: areaCount * sectorsPerArea - 1 }), fc.integer({ min: 0, max: unitsPerSector - 1 }))
  .map(([sector, unit]) => postcodeAt(sector, unit))

// Few sectors and few codes as well, so that sectors fill up and runs alternate.
const crowded = fc
  .tuple(fc.integer({ min: 1000, max: 1003 }), fc.integer({ min: 0, max: unitsPerSector - 1 }))
  .map(([sector, unit]) => postcodeAt(sector, unit))
const anyPostcode = fc.oneof(normalPostcodes, crowded, crowded, crowded)
const codes = fc.integer({ min: 1, max: 5 }).map((number) => `E1400000${number}`)

/** A small country: live postcodes with their codes, and terminated ones with their months. */
export const countries = fc.record({
  live: fc.array(fc.tuple(anyPostcode, codes), { maxLength: 300 }).map((entries) => new Map(entries)),
  terminated: fc
    .array(fc.tuple(anyPostcode, fc.integer({ min: 961, max: 1490 })), { maxLength: 100 })
    .map((entries) => new Map(entries)),
})

export function collect(live: Map<string, string>, terminated = new Map<string, number>()): Collection {
  const collection = createCollection()
  for (const [postcode, code] of live) addLive(collection, postcode, code)
  for (const [postcode, month] of terminated) addTerminated(collection, postcode, month)
  return collection
}

/** The bytes of an index file that holds these postcodes. */
export function indexBytes(live: Map<string, string>, terminated?: Map<string, number>): Uint8Array {
  return fitPostcodeIndex(collect(live, terminated), { date: '2023-05', credit: '© Somebody' }).bytes
}

export function indexOf(live: Record<string, string>, terminated: string[] = []): PostcodeIndex {
  return openPostcodeIndex(
    indexBytes(new Map(Object.entries(live)), new Map(terminated.map((postcode) => [postcode, 1400]))),
  )
}
