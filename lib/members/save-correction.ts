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
  | { outcome: 'changed-since' } // someone else has saved or removed it

/** The version the form was rendered for. Without it, the correction overwrites whatever is there. */
export type SeenCorrection = {
  /** When the correction on screen was saved (`Date.toISOString`); '' for none. */
  seen: string
  /** Parliament's id of the seat's Member at the time. */
  memberId: number
}

/**
 * Saves a correction about a seat's current Member. It applies until the end of its last day, or until the seat
 * changes hands; syncs leave it alone.
 * @param input form data, not trusted
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
