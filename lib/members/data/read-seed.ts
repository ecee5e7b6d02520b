import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { SeatPage } from '../../postcodes/model/lookup'
import { type DirectorySeed, parseDirectorySeed } from '../model/seed'
import type { Seat, SeatSummary } from '../model/seat'

let seed: DirectorySeed | undefined
let slugs: ReadonlyMap<string, { slug: string; name: string }> | undefined

/** The committed directory of the 650 seats. Read once, then cached. */
export function directorySeed(): DirectorySeed {
  seed ??= parseDirectorySeed(readFileSync(path.join(process.cwd(), 'prisma/seed/seats.json'), 'utf8'))
  return seed
}

/** A seat from the committed directory; null for an unknown slug. */
export function findShippedSeat(slug: string): Seat | null {
  const { seats } = directorySeed()
  const seat = seats.find((each) => each.slug === slug)
  if (!seat) return null
  const { code, name, nation, region, member } = seat
  const neighbours = seats
    .filter((each) => seat.neighbours.includes(each.code))
    .map((each) => ({ slug: each.slug, name: each.name }))
  return {
    code,
    slug,
    name,
    nation,
    region,
    mp: member,
    neighbours: neighbours.sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

/** Seats from the committed directory by name: one region's, or all. */
export function listShippedSeats(region?: string): SeatSummary[] {
  const seats = directorySeed().seats.filter((seat) => region === undefined || seat.region === region)
  const summaries = seats.map(({ slug, name, member }) => ({
    slug,
    name,
    mp: member && { name: member.name, party: member.party },
  }))
  return summaries.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * A constituency's page and name. Read from the seed rather than the database: every lookup needs it, and the
 * 650 seats are fixed by law until the next boundary review.
 * @param code ONS code
 */
export function findSeatPage(code: string): SeatPage | null {
  slugs ??= new Map(directorySeed().seats.map((seat) => [seat.code, { slug: seat.slug, name: seat.name }]))
  return slugs.get(code) ?? null
}
