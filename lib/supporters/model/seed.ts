import { z } from 'zod'
import { supporterKinds } from './supporter'

const supporterFacts = z.strictObject({
  date: z.iso.date(),
  supporters: z.array(
    z.strictObject({
      kind: z.enum(supporterKinds),
      name: z
        .string()
        .trim()
        .min(1)
        .regex(/^[^\r\n]*$/, 'must be one line'),
      memberId: z.number().int().positive().nullable().default(null),
      isFormer: z.boolean().default(false),
    }),
  ),
})

/** A supporter at the campaign's start; `isFormer` is as of the facts' date. */
export type SupporterFacts = z.infer<typeof supporterFacts>['supporters'][number] & { position: number }

/**
 * Reads `prisma/facts/supporters.json`, in the order of the wall.
 * @throws SyntaxError or ZodError: our own file is broken, which is a bug
 */
export function parseSupporterFacts(text: string): SupporterFacts[] {
  // Steps of ten, so that staff can put somebody between two.
  return supporterFacts
    .parse(JSON.parse(text))
    .supporters.map((supporter, index) => ({ ...supporter, position: (index + 1) * 10 }))
}
