import 'server-only'
import { z } from 'zod'
import { writeLogo } from './data/write'
import type { Change } from '../audit/model/actor'
import { dayInput, oneLine } from '../shared/model/inputs'
import { refuse, toProblems } from '../shared/model/result'
import { readLogo } from './read-logo'
import type { SaveSupporterAnswer } from './save'

const logoInput = z.strictObject({
  id: z.number().int().positive(),
  version: z.number().int().positive(), // the version that was edited
  bytes: z.instanceof(Uint8Array).nullable(),
  alt: oneLine(200),
  permissionOn: dayInput,
})

export type SaveLogoAnswer = Exclude<SaveSupporterAnswer, { outcome: 'duplicates' }>

/**
 * Saves an uploaded file as a supporter's logo. Writes everything or nothing.
 * @param input untrusted; the file in `bytes`, or null to change only the current logo's details
 */
export async function saveLogo(input: unknown, change: Change): Promise<SaveLogoAnswer> {
  const parsed = logoInput.safeParse(input)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const { id, version, bytes, ...words } = parsed.data
  if (!bytes) return writeLogo({ id, version }, words, change)
  const read = await readLogo(bytes)
  if (read.outcome === 'refused') return refuse({ field: 'bytes', message: read.message })
  const { type, width, height } = read.logo
  return writeLogo({ id, version }, { bytes: read.logo.bytes, type, width, height, ...words }, change)
}
