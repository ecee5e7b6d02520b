import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseMessageFacts } from '../../messages/model/seed'
import type { MessageRule } from '../../messages/model/rule'
import { type DirectoryFacts, parseDirectoryFacts } from '../model/seed'
import type { Seat, SeatSummary } from '../model/seat'
import type { WallSupporter } from '../../supporters/model/supporter'
import { parseSupporterFacts, type SupporterFacts } from '../../supporters/model/seed'
import { composeWall } from '../../supporters/model/wall'

let facts: DirectoryFacts | undefined
let messages: readonly MessageRule[] | undefined
let supporters: readonly SupporterFacts[] | undefined
let slugs: ReadonlyMap<string, { slug: string; name: string }> | undefined

/** The committed facts of the 650 seats, read once. */
export function directoryFacts(): DirectoryFacts {
  facts ??= parseDirectoryFacts(readFileSync(path.join(process.cwd(), 'prisma/facts/seats.json'), 'utf8'))
  return facts
}

/** The committed rules of what is said to whom, read once. */
export function messageFacts(): readonly MessageRule[] {
  messages ??= parseMessageFacts(readFileSync(path.join(process.cwd(), 'prisma/facts/messages.json'), 'utf8'))
  return messages
}

/** The committed supporters at the campaign's start, read once. */
export function supporterFacts(): readonly SupporterFacts[] {
  supporters ??= parseSupporterFacts(readFileSync(path.join(process.cwd(), 'prisma/facts/supporters.json'), 'utf8'))
  return supporters
}

/** The wall as it is before anybody has changed it: the committed supporters in the committed directory. */
export function listShippedWall(): WallSupporter[] {
  const members = directoryFacts().seats.flatMap(({ slug, name, nation, member }) =>
    member ? [[member.id, { party: member.party, seat: { slug, name, nation } }] as const] : [],
  )
  const rows = supporterFacts().map((supporter, index) => ({
    ...supporter,
    id: index + 1,
    constituency: null,
    link: null,
    logo: null,
  }))
  return composeWall(rows, new Map(members))
}

/** A seat as the committed facts have it; null when there is none with this slug. */
export function findShippedSeat(slug: string): Seat | null {
  const { seats } = directoryFacts()
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

/** The seats of a region, or all, by name, as the committed facts have them. */
export function listShippedSeats(region?: string): SeatSummary[] {
  const seats = directoryFacts().seats.filter((seat) => region === undefined || seat.region === region)
  const summaries = seats.map(({ slug, name, member }) => ({
    slug,
    name,
    mp: member && { name: member.name, party: member.party },
  }))
  return summaries.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * The page and name of a constituency. From the facts and not from the database: the law fixes the
 * 650 seats until the next boundary review, and every lookup asks.
 * @param code ONS code
 */
export function findSeatPage(code: string): { slug: string; name: string } | null {
  slugs ??= new Map(directoryFacts().seats.map((seat) => [seat.code, { slug: seat.slug, name: seat.name }]))
  return slugs.get(code) ?? null
}
