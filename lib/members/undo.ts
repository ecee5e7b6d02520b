import 'server-only'
import { getDirectoryMemberId } from './data/seats'
import { replaceOverride } from './data/corrections'
import { toUkDay } from '../shared/model/uk-time'
import { isSameOverride, parseOverride, parseOverrideContent } from './model/correction-input'
import type { Change } from '../audit/model/actor'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'

/**
 * Undoes a change of an override: what was there before is there again, or nothing. `refused` for what
 * may not be written today (its day is over, somebody else sits there), and for a sync: what Parliament
 * says is not undone, but overridden.
 */
export async function undoDirectory(line: UndoneLine, change: Change): Promise<UndoAnswer> {
  const [before, after] = [parseOverrideContent(line.before), parseOverrideContent(line.after)]
  const place = before ?? after
  if (!place) return 'refused'
  if (before) {
    const { memberId, ...values } = before
    if (
      parseOverride(values, toUkDay(change.now)).outcome === 'refused' ||
      (await getDirectoryMemberId(before.seatCode)) !== memberId
    )
      return 'refused'
  }
  const { outcome } = await replaceOverride(place, before, change, (current) => isSameOverride(current, after))
  return outcome === 'written' ? 'undone' : outcome
}
