import 'server-only'
import { getDirectoryMemberId } from './data/seats'
import { replaceCorrection } from './data/corrections'
import { toUkDay } from '../shared/model/uk-time'
import { isSameCorrection, parseCorrection, parseCorrectionContent } from './model/correction-input'
import type { Change } from '../audit/model/actor'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'

/**
 * Undoes a change to a correction, restoring the previous one or none. `refused` when the old one is no longer
 * valid (expired, or the seat has changed hands), and for syncs: Parliament's data is corrected, not undone.
 */
export async function undoDirectory(line: UndoneLine, change: Change): Promise<UndoAnswer> {
  const [before, after] = [parseCorrectionContent(line.before), parseCorrectionContent(line.after)]
  const place = before ?? after
  if (!place) return 'refused'
  if (before) {
    const { memberId, ...values } = before
    if (
      parseCorrection(values, toUkDay(change.now)).outcome === 'refused' ||
      (await getDirectoryMemberId(before.seatCode)) !== memberId
    )
      return 'refused'
  }
  const { outcome } = await replaceCorrection(place, before, change, (current) => isSameCorrection(current, after))
  return outcome === 'written' ? 'undone' : outcome
}
