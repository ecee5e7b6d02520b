import { z } from 'zod'
import { blankValues, type SupporterValues } from './fields'
import { fieldRules } from './input'

const row = z
  .strictObject(fieldRules)
  .omit({ position: true, status: true })
  .partial()
  .required({ kind: true, name: true })
const supporterSeed = z.strictObject({ date: z.iso.date(), supporters: z.array(row) })

/** A supporter at the campaign's start; `isFormer` is as of the seed's date. */
export type SupporterSeed = SupporterValues

/**
 * Reads `prisma/seed/supporters.json`, in the order of the wall: what a row leaves out is blank.
 * @throws SyntaxError or ZodError: our own file is broken, which is a bug
 */
export function parseSupporterSeed(text: string): SupporterSeed[] {
  // Steps of ten, so that staff can put somebody between two.
  return supporterSeed.parse(JSON.parse(text)).supporters.map((supporter, index) => ({
    ...blankValues,
    ...supporter,
    status: 'published',
    position: (index + 1) * 10,
  }))
}
