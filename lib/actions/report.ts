import 'server-only'
import { z } from 'zod'
import { kinds } from './model/action'
import { channels } from './model/channel'
import { offeredRule } from './model/offered-rule'
import type { ReportAnswer, TokenAnswer } from './model/hand-off'
import { parseSourceTag } from './model/source-tag'
import { composeActionToken, isActionToken } from './token'
import { getDayKey } from '../shared/day-key'
import { findOpenSeat } from '../members/find-open-seat'
import { isWithinLimit } from '../shared/limits'
import { requestLimits } from './model/privacy'
import { recordAction } from './record'

/** Where a request comes from: the prefix of its address, or `unknown`. */
export type Sender = { address: string }

const subject = z.object({
  slug: z.string().max(100),
  // The browser's own random key for the day.
  key: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
})
const report = subject.extend({
  token: z.string().max(60),
  channel: z.enum(channels),
  kind: z.enum(kinds),
  // The tab remembers it after the URL has lost it. An invalid tag mustn't stop the action from being counted.
  source: z.unknown().optional().transform(parseSourceTag),
  isPersonal: z.boolean().nullable().catch(null),
  // A page that was opened before an update doesn't say it.
  rule: offeredRule,
})

/**
 * Issues the token that a browser needs to report hand-offs to a seat.
 * @param request whatever the browser sent, not trusted
 */
export async function issueToken(request: unknown, { address }: Sender, now: Date): Promise<TokenAnswer> {
  if (!isWithinLimit(requestLimits.token, address)) return { outcome: 'limited' }
  const { success, data } = subject.safeParse(request)
  if (!success) return { outcome: 'malformed' }
  const seatCode = await findOpenSeat(data.slug, now)
  if (!seatCode) return { outcome: 'refused' }
  return {
    outcome: 'issued',
    token: composeActionToken({ seatCode, key: data.key, address }, now, await getDayKey('token', now)),
  }
}

/**
 * Counts a hand-off that the browser made itself; the text never leaves the browser. Idempotent: a repeated report
 * counts once.
 * @param request whatever the browser sent, not trusted
 */
export async function reportAction(request: unknown, { address }: Sender, now: Date): Promise<ReportAnswer> {
  if (!isWithinLimit(requestLimits.handOff, address)) return { outcome: 'limited' }
  const { success, data } = report.safeParse(request)
  if (!success) return { outcome: 'malformed' }
  const { slug, key, token, ...rest } = data
  const seatCode = await findOpenSeat(slug, now)
  if (!seatCode) return { outcome: 'refused' }
  if (!isActionToken(token, { seatCode, key, address }, now, await getDayKey('token', now)))
    return { outcome: 'stale-token' }
  const { outcome } = await recordAction({ ...rest, seatCode, key, prefix: address, now })
  return { outcome }
}
