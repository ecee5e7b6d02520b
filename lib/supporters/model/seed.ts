import { z } from 'zod'
import { blankValues, type SupporterValues } from './fields'
import { fieldRules } from './input'

const row = z
  .strictObject(fieldRules)
  .omit({ position: true, status: true })
  .partial()
  .required({ kind: true, name: true })
const supporterSeed = z.strictObject({ date: z.iso.date(), supporters: z.array(row) })

/** A seed supporter; `isFormer` is as of the seed's date. */
export type SupporterSeed = SupporterValues

/**
 * Parses `prisma/seed/supporters.json`, in wall order; omitted fields get their defaults.
 * @throws SyntaxError or ZodError when the committed file is broken, which is a bug
 */
export function parseSupporterSeed(text: string): SupporterSeed[] {
  // Steps of ten leave room to insert someone between two others.
  return supporterSeed.parse(JSON.parse(text)).supporters.map((supporter, index) => ({
    ...blankValues,
    ...supporter,
    status: 'published',
    position: (index + 1) * 10,
  }))
}
