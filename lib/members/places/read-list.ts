import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { placeKinds, type Place } from '../model/places'

const row = z.object({
  kind: z.enum(placeKinds),
  name: z.string().trim().min(1),
  district: z.string(),
  size: z.coerce.number().catch(0),
  constituency_codes: z.string().transform((text) => text.split(' ').filter(Boolean)),
})

/**
 * Reads a list of places: CSV with the columns kind (district, town or ward), name, district, size and constituency_codes.
 * Leaves out places without a constituency, repeated ones, and names in two languages whose halves stand there by themselves.
 * @throws ZodError or CsvError when it is something else
 */
export function readPlaceList(text: string): Place[] {
  const rows = z.array(row).parse(parse(text, { columns: true, bom: true }))
  const names = new Set(rows.map(({ kind, name }) => `${kind} ${name}`))
  const places = new Map<string, Place>()
  for (const { kind, name, district, size, constituency_codes: codes } of rows) {
    const halves = name.split(' - ')
    if (codes.length === 0 || (halves.length === 2 && halves.every((half) => names.has(`${kind} ${half}`)))) continue
    const key = JSON.stringify([kind, name, district, codes])
    if (!places.has(key)) places.set(key, { kind, name, district: shorten(district), size, codes })
  }
  return [...places.values()]
}

/** Of a district's Welsh and English names, the English one, or the only one. */
function shorten(district: string): string {
  return district.split(' - ').at(-1) ?? district
}
