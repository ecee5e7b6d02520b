import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { listNeighbours, type Outline } from './model/adjacency'
import { constituencySlug } from './model/constituency'
import type { DirectorySeed, SeatSeed } from './model/seed'

const CREDITS = [
  'Members: UK Parliament, Members API, Open Parliament Licence v3.0',
  'Bluesky handles and some X handles: mySociety',
  'Neighbours: Office for National Statistics, constituency boundaries July 2024, Open Government Licence v3.0; contains OS data © Crown copyright and database right',
  'Regions: Open Innovations, hex map of the 2024 constituencies',
]

// ONS codes of the English regions (Regions, December 2024, Names and Codes in England).
const ENGLISH_REGIONS = new Map([
  ['E12000001', 'North East'],
  ['E12000002', 'North West'],
  ['E12000003', 'Yorkshire and the Humber'],
  ['E12000004', 'East Midlands'],
  ['E12000005', 'West Midlands'],
  ['E12000006', 'East of England'],
  ['E12000007', 'London'],
  ['E12000008', 'South East'],
  ['E12000009', 'South West'],
])

const orNull = z
  .string()
  .trim()
  .transform((text) => text || null)
const row = z.object({
  constituency_code: z.string(),
  constituency_name: z.string().trim(),
  nation: z.enum(['England', 'Scotland', 'Wales', 'Northern Ireland']),
  parliament_id: z.string(),
  name: z.string().trim(),
  party: z.string().trim(),
  email: orNull,
  x_handle: orNull,
  bluesky_handle: orNull,
  membership_start: z.string(),
})

const ring = z.array(z.tuple([z.number(), z.number()]))
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).transform((rings) => rings.flat()) }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(ring)).transform((parts) => parts.flat(2)),
  }),
])
const boundaries = z.object({
  features: z.array(z.object({ properties: z.object({ PCON24CD: z.string() }), geometry })),
})
const hexes = z.object({ hexes: z.record(z.string(), z.object({ region: z.string() })) })

/**
 * The text of each source (see `npm run seed:build` in lib/cli/README.md), and the day the Members' list was
 * taken, YYYY-MM-DD.
 */
export type DirectorySeedSources = { members: string; boundaries: string; hexes: string; date: string }

/**
 * Joins the sources by ONS code into the contents of `prisma/seed/seats.json`.
 * @throws ZodError when a source has an unexpected shape, Error when the sources disagree about the seats
 */
export function buildDirectorySeed(sources: DirectorySeedSources): DirectorySeed {
  const rows = z.array(row).parse(parse(sources.members, { columns: true, bom: true }))
  const outlines = boundaries
    .parse(JSON.parse(sources.boundaries))
    .features.map(({ properties, geometry }): Outline => ({ code: properties.PCON24CD, points: geometry.coordinates }))
  const regions = hexes.parse(JSON.parse(sources.hexes)).hexes
  const neighbours = listNeighbours(outlines)
  const slugs = new Map(rows.map((seat) => [seat.constituency_code, constituencySlug(seat.constituency_name)]))
  const slugOf = (code: string) => required(slugs.get(code), `${code} has a boundary but isn't in the Members list`)
  for (const { code } of outlines) slugOf(code)

  const seats = rows.map((seat): SeatSeed => {
    const code = seat.constituency_code
    const { region } = required(regions[code], `${code} has no hex`)
    const around = [...required(neighbours.get(code), `${code} has no boundary`)]
    return {
      code,
      slug: slugOf(code),
      name: seat.constituency_name,
      nation: seat.nation,
      region: ENGLISH_REGIONS.get(region) ?? seat.nation,
      neighbours: around.sort((a, b) => (slugOf(a) < slugOf(b) ? -1 : 1)),
      member: seat.name === '' ? null : memberOf(seat),
    }
  })
  return { date: sources.date, credits: CREDITS, seats }
}

function memberOf(seat: z.infer<typeof row>): SeatSeed['member'] {
  return {
    id: Number(seat.parliament_id),
    name: seat.name,
    party: seat.party,
    email: seat.email,
    xHandle: seat.x_handle,
    // The list doesn't say which handles come from mySociety; the first sync marks those that Parliament gives.
    xSource: seat.x_handle === null ? null : 'mysociety',
    blueskyHandle: seat.bluesky_handle,
    memberSince: seat.membership_start,
  }
}

function required<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise)
  return value
}
