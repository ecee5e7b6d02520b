import 'server-only'
import type { ActionKind } from '../domain/action'
import type { Channel } from '../domain/channel'
import type { CountAnswer } from '../domain/hand-off'
import { findOpenSeat } from './find-open-seat'
import { recordAction } from './record-action'
import { getVisitorKey, type Visitor } from './visitor-key'

/**
 * Counts a hand-off to a seat that has a Member, and says what became of it. One that was counted before is a success too.
 */
export async function countHandOff(request: {
  slug: string
  channel: Channel
  kind: ActionKind
  /** The tag of the link that led here. */
  source: string | null
  /** Of an email, whether it had the visitor's own words. */
  isPersonal?: boolean | null
  visitor: Visitor
  now: Date
}): Promise<CountAnswer> {
  const { slug, channel, kind, source, isPersonal, visitor, now } = request
  const seatCode = await findOpenSeat(slug, now)
  if (!seatCode) return { outcome: 'refused' }
  const key = await getVisitorKey(visitor, now)
  const { outcome } = await recordAction({ seatCode, channel, kind, source, isPersonal, key, prefix: visitor.address, now })
  return { outcome }
}
