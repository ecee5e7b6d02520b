import 'server-only'
import { findSeatPage } from '../members/data/read-seed'
import type { ActionKind } from './model/action'
import { arrange, type ByChannel, type ByKind, type PageCounts, sumChannels, maxPublished } from './model/public-counts'
import type { Publication } from './model/publication'
import { getPublication } from './get-publication'

type KindCounts = { total: number; byChannel: ByChannel<number> }

/**
 * The public totals over all seats as of an instant (ISO 8601), each a lower bound. `opened` is not `sent`; never add
 * it to `confirmed`.
 */
export type PublicCounts = {
  asOf: string
  opened: KindCounts
  confirmed: KindCounts
  seatsContacted: number
  of: 650
}

/** The public counts of one seat, each a lower bound; null where a count is too low to publish. */
export type PublicSeatCounts = { asOf: string; code: string; constituency: string } & ByKind<number | null>

/** The currently published totals. */
export async function getCounts(now: Date): Promise<PublicCounts> {
  const { asOf, totals, seatsContacted } = await getPublication(now)
  const withTotal = (byChannel: ByChannel<number>) => ({ total: sumChannels(byChannel), byChannel })
  return {
    asOf: asOf.toISOString(),
    opened: withTotal(totals.opened),
    confirmed: withTotal(totals.confirmed),
    seatsContacted,
    of: 650,
  }
}

/**
 * The currently published counts of one seat.
 * @param code ONS code
 * @returns null when there is no such constituency
 */
export async function getSeatCounts(code: string, now: Date): Promise<PublicSeatCounts | null> {
  const seat = findSeatPage(code)
  if (!seat) return null
  const publication = await getPublication(now)
  return { asOf: publication.asOf.toISOString(), code, constituency: seat.name, ...listTold(publication, code) }
}

/** The counts shown on a seat's page. */
export async function getPageCounts(code: string, now: Date): Promise<PageCounts> {
  const publication = await getPublication(now)
  const { totals, asOf } = publication
  const seat = listTold(publication, code)
  const each = <Count>(of: (kind: ActionKind) => Count) => ({ opened: of('opened'), confirmed: of('confirmed') })
  return { seat: each((kind) => maxPublished(seat[kind])), all: each((kind) => sumChannels(totals[kind])), asOf }
}

function listTold({ seats }: Publication, code: string): ByKind<number | null> {
  return arrange((kind, channel) => seats[code]?.[kind]?.[channel] ?? null)
}
