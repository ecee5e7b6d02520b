import 'server-only'
import { getDirectoryMemberId } from './data/seats'
import { replaceCorrection } from './data/corrections'
import { toUkDay } from '../shared/model/uk-time'
import { parseCorrection } from './model/correction-input'
import type { Change } from '../audit/model/actor'
import type { Refused } from '../shared/model/result'

export type SaveCorrectionAnswer =
  | { outcome: 'saved'; id: number }
  | Refused
  | { outcome: 'vacant' | 'not-found' | 'other-member' }
  | { outcome: 'changed-since' } // someone else has saved it, or removed it

/** What the form was made for. Without it, the correction is saved over anything. */
export type SeenCorrection = {
  /** When the correction that was there was saved, as `Date.toISOString` writes it; '' for none. */
  seen: string
  /** Parliament's id of the Member who sat there. */
  memberId: number
}

/**
 * Keeps what staff know better about the Member who sits in a seat now. It holds until the end of its
 * day, or until somebody else sits there; a sync leaves it alone.
 * @param input not trusted: whatever a form gives
 */
export async function saveCorrection(
  input: unknown,
  change: Change,
  expected?: SeenCorrection,
): Promise<SaveCorrectionAnswer> {
  const parsed = parseCorrection(input, toUkDay(change.now))
  if (parsed.outcome === 'refused') return parsed
  const { correction } = parsed
  const memberId = await getDirectoryMemberId(correction.seatCode)
  if (memberId === undefined) return { outcome: 'not-found' }
  if (memberId === null) return { outcome: 'vacant' }
  if (expected && expected.memberId !== memberId) return { outcome: 'other-member' }
  const answer = await replaceCorrection(
    correction,
    { ...correction, memberId },
    change,
    (current) => !expected || expected.seen === (current?.savedAt.toISOString() ?? ''),
  )
  return answer.outcome === 'written' && answer.id !== null
    ? { outcome: 'saved', id: answer.id }
    : { outcome: 'changed-since' }
}
