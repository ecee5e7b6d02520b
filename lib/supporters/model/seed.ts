import { z } from 'zod'
import { blankValues, type SupporterValues } from './fields'
import { fieldRules } from './input'

const row = z
  .strictObject(fieldRules)
  .omit({ position: true, status: true })
  .partial()
  .required({ kind: true, name: true })
const supporterFacts = z.strictObject({ date: z.iso.date(), supporters: z.array(row) })

/** A supporter at the campaign's start; `isFormer` is as of the facts' date. */
export type SupporterFacts = SupporterValues

/**
 * Reads `prisma/facts/supporters.json`, in the order of the wall: what a row leaves out is blank.
 * @throws SyntaxError or ZodError: our own file is broken, which is a bug
 */
export function parseSupporterFacts(text: string): SupporterFacts[] {
  // Steps of ten, so that staff can put somebody between two.
  return supporterFacts.parse(JSON.parse(text)).supporters.map((supporter, index) => ({
    ...blankValues,
    ...supporter,
    status: 'published',
    position: (index + 1) * 10,
  }))
}
