import 'server-only'
import { z } from 'zod'
import type { Change } from '../audit/model/actor'
import { composeConflict, settleForm } from '../shared/model/conflict'
import { invalidateCaches } from '../shared/cache'
import { type MergingFormAnswer, refuseForm } from '../shared/model/form'
import type { Fields } from '../shared/model/merge'
import { toProblems } from '../shared/model/result'
import { readLetterSettings, type StoredLetterSettings, writeLetterSettings } from './data/settings'
import { getLetterServer } from './get-settings'
import { listMissing } from './model/settings'

const perHour = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, 'Write a whole number, or 0 for no limit.')
  .transform(Number)

const input = z.object({
  version: z.coerce.number().int().min(0),
  isOn: z.enum(['yes', 'no']).transform((text) => text === 'yes'),
  redirectTo: z
    .string()
    .max(200)
    .trim()
    .transform((text) => text || null)
    .pipe(z.email('Enter an email address like name@example.org.').nullable()),
  perMpPerHour: perHour,
  perHour,
})

const names = ['isOn', 'redirectTo', 'perMpPerHour', 'perHour']

/** The settings as the fields of their form. */
export function toLetterFields({ version, isOn, redirectTo, ...pace }: StoredLetterSettings): Fields {
  return {
    version: String(version),
    isOn: isOn ? 'yes' : 'no',
    redirectTo: redirectTo ?? '',
    perMpPerHour: String(pace.perMpPerHour),
    perHour: String(pace.perHour),
  }
}

/**
 * Answers the form of how letters are sent. They can be switched on only when nothing is missing.
 * @param sent not trusted: all fields of the form
 */
export async function answerLetterSettings(
  sent: Fields,
  change: Change,
): Promise<MergingFormAnswer | { outcome: 'saved' }> {
  const settled = settleForm(sent, names)
  if (settled.outcome !== 'settled') return settled
  const { values } = settled
  const parsed = input.safeParse(values)
  if (!parsed.success) return refuseForm('Nothing is saved yet.', toProblems(parsed.error), values)
  const { version, ...changes } = parsed.data
  const missing = listMissing(await readLetterSettings(), getLetterServer())
  if (changes.isOn && missing.length > 0)
    return refuseForm(`Letters can’t be switched on yet. ${missing.join(' ')}`, [], values)
  const isWritten = await writeLetterSettings(changes, version, change)
  invalidateCaches()
  if (isWritten) return { outcome: 'saved' }
  const theirs = await readLetterSettings()
  return composeConflict(values, names, {
    theirs: toLetterFields(theirs),
    by: 'Somebody else has saved since.',
    rest: { version: String(theirs.version) },
  })
}

/** Stops all sending, or goes on with it: letters, and the emails to their visitors. */
export async function pauseSending(isPaused: boolean, change: Change): Promise<void> {
  await writeLetterSettings({ isPaused }, null, change)
  invalidateCaches()
}
