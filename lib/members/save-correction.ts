import 'server-only'
import { getDirectoryMemberId } from './data/seats'
import { replaceOverride } from './data/corrections'
import { toUkDay } from '../shared/model/uk-time'
import { parseOverride } from './model/correction-input'
import type { Change } from '../audit/model/actor'
import type { Refused } from '../shared/model/result'

export type SaveOverrideAnswer =
  { outcome: 'saved'; id: number } | Refused | { outcome: 'vacant' | 'not-found' } | { outcome: 'changed-since' } // somebody else has saved it, or taken it away

/**
 * Keeps what staff know better about the Member who sits in a seat now. It holds until the end of its
 * day, or until somebody else sits there; a sync leaves it alone.
 * @param input not trusted: whatever a form gives
 * @param seen when the override that the form was made for was saved, as `Date.toISOString` writes it; '' for none; absent to save over anything
 */
export async function saveOverride(input: unknown, change: Change, seen?: string): Promise<SaveOverrideAnswer> {
  const parsed = parseOverride(input, toUkDay(change.now))
  if (parsed.outcome === 'refused') return parsed
  const { override } = parsed
  const memberId = await getDirectoryMemberId(override.seatCode)
  if (memberId === undefined) return { outcome: 'not-found' }
  if (memberId === null) return { outcome: 'vacant' }
  const answer = await replaceOverride(
    override,
    { ...override, memberId },
    change,
    (current) => seen === undefined || seen === (current?.savedAt.toISOString() ?? ''),
  )
  return answer.outcome === 'written' && answer.id !== null
    ? { outcome: 'saved', id: answer.id }
    : { outcome: 'changed-since' }
}
