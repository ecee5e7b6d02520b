import 'server-only'
import { z } from 'zod'
import type { Change } from '../audit/model/actor'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'
import { invalidateCaches } from '../shared/cache'
import { readLetterSettings, writeLetterSettings } from './data/settings'
import { getLetterServer } from './get-settings'
import { listMissing, toLoggedSettings } from './model/settings'

const loggedSettings = z.object({
  isOn: z.boolean(),
  isPaused: z.boolean(),
  isRehearsal: z.boolean(),
  perMpPerHour: z.number(),
  perHour: z.number(),
})

/**
 * Puts the settings of letters back to what they were before a change. `refused` when letters can't be switched on now,
 * and when they went to another mailbox before: the log holds no address.
 */
export async function undoLetterSettings({ before, after }: UndoneLine, change: Change): Promise<UndoAnswer> {
  const [was, became] = [loggedSettings.safeParse(before), loggedSettings.safeParse(after)]
  if (!was.success || !became.success || after?.hasOtherMailbox === true) return 'refused'
  const { version, ...current } = await readLetterSettings()
  const now = loggedSettings.parse(toLoggedSettings(current))
  if (JSON.stringify(now) !== JSON.stringify(became.data)) return 'changed-since'
  const { isRehearsal, isPaused, ...rest } = was.data
  if (isRehearsal && !now.isRehearsal) return 'refused'
  if (rest.isOn && !now.isOn && listMissing(current, getLetterServer()).length > 0) return 'refused'
  const isSwitch = JSON.stringify({ ...now, isPaused }) === JSON.stringify(was.data)
  const changes = isSwitch ? { isPaused } : { isPaused, ...rest, ...(!isRehearsal && { redirectTo: null }) }
  const isWritten = await writeLetterSettings(changes, version, change)
  invalidateCaches()
  return isWritten ? 'undone' : 'changed-since'
}
