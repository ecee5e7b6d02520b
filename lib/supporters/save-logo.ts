import 'server-only'
import { z } from 'zod'
import { writeLogo } from './data/write'
import type { Change } from '../audit/model/actor'
import { oneLine } from '../shared/model/inputs'
import { type Problem, refuse, toProblems } from '../shared/model/result'
import { toUkDay } from '../shared/model/uk-time'
import { readLogo } from './read-logo'
import type { SaveSupporterAnswer } from './save'

const wordsInput = (now: Date) =>
  z.strictObject({
    bytes: z.instanceof(Uint8Array).nullable(),
    alt: oneLine(200),
    permissionOn: z.iso
      .date('Say on which day they allowed us to show it.')
      .pipe(
        z
          .string()
          .refine(
            (day) => day <= toUkDay(now),
            'This day hasn’t come yet. Add the logo once they allow us to show it.',
          ),
      ),
  })
const logoInput = (now: Date) =>
  wordsInput(now).extend({
    id: z.number().int().positive(),
    version: z.number().int().positive(), // the version that was edited
  })

/** `isOnDark`: the file was too light for the wall, and has a dark ground now. */
export type SaveLogoAnswer = Exclude<SaveSupporterAnswer, { outcome: 'duplicates' }> & { isOnDark?: boolean }

/** What is wrong with a logo, before there is a supporter to save it for. @param input not trusted */
export async function checkLogo(input: unknown, now: Date): Promise<Problem[]> {
  const parsed = wordsInput(now).safeParse(input)
  if (!parsed.success) return toProblems(parsed.error)
  const read = parsed.data.bytes && (await readLogo(parsed.data.bytes))
  return read?.outcome === 'refused' ? [{ field: 'bytes', message: read.message }] : []
}

/**
 * Saves an uploaded file as a supporter's logo. Writes everything or nothing.
 * @param input not trusted; the file in `bytes`, or null to change only the current logo's details
 */
export async function saveLogo(input: unknown, change: Change): Promise<SaveLogoAnswer> {
  const parsed = logoInput(change.now).safeParse(input)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const { id, version, bytes, ...words } = parsed.data
  if (!bytes) return writeLogo({ id, version }, words, change)
  const read = await readLogo(bytes)
  if (read.outcome === 'refused') return refuse({ field: 'bytes', message: read.message })
  const { type, width, height, isOnDark } = read.logo
  const logo = { bytes: read.logo.bytes, type, width, height, ...words }
  const answer = await writeLogo({ id, version }, logo, change)
  return isOnDark && answer.outcome === 'saved' ? { ...answer, isOnDark } : answer
}
