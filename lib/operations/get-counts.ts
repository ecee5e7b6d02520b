import 'server-only'
import { countSeatsContacted, listCounts } from '../data/counts'
import { findSeatPage } from '../data/facts'
import { toUkDay } from '../domain/day'
import { arrangeCounts, type ByChannel, type ByKind, composePageCounts, hideSmallCounts, type PageCounts, sumChannels } from '../domain/public-counts'

type KindCounts = { total: number; byChannel: ByChannel<number> }

/** What everybody may know of all seats. `opened` is not `sent`, and is never added to `confirmed`. */
export type PublicCounts = {
  asOf: string
  opened: KindCounts
  confirmed: KindCounts
  seatsContacted: number
  of: 650
}

/** What everybody may know of one seat; no sums, from which a hidden number could be worked out. */
export type PublicSeatCounts = { asOf: string; code: string; constituency: string } & ByKind<number | string>

/** The counts of all seats on the day it is now in the UK. */
export async function getCounts(now: Date): Promise<PublicCounts> {
  const [rows, seatsContacted] = await Promise.all([listCounts(), countSeatsContacted()])
  const { opened, confirmed } = arrangeCounts(rows)
  const withTotal = (byChannel: ByChannel<number>) => ({ total: sumChannels(byChannel), byChannel })
  return { asOf: toUkDay(now), opened: withTotal(opened), confirmed: withTotal(confirmed), seatsContacted, of: 650 }
}

/**
 * The counts of one seat on the day it is now in the UK.
 * @param code ONS code
 * @returns null when there is no such constituency
 */
export async function getSeatCounts(code: string, now: Date): Promise<PublicSeatCounts | null> {
  const seat = findSeatPage(code)
  if (!seat) return null
  const counts = hideSmallCounts(arrangeCounts(await listCounts(code)))
  return { asOf: toUkDay(now), code, constituency: seat.name, ...counts }
}

/** The counts that the page of one seat shows. */
export async function getPageCounts(code: string): Promise<PageCounts> {
  const [seat, all] = await Promise.all([listCounts(code), listCounts()])
  return composePageCounts(arrangeCounts(seat), arrangeCounts(all))
}
