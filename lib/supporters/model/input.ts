import { z } from 'zod'
import { atMost, dayInput, oneLine } from '../../shared/model/inputs'
import { type SupporterKind, supporterKinds, type SupporterStatus, supporterStatuses } from './supporter'
import { parseWebLink } from '../../shared/model/web-link'

/** A supporter as staff write it, all but the logo. */
export type SupporterValues = {
  kind: SupporterKind
  name: string
  memberId: number | null
  isFormer: boolean
  constituency: string | null
  link: string | null
  position: number
  status: SupporterStatus
  joinedOn: string | null
  notes: string
}

/** A supporter that is kept, with the version that was read. */
export type KnownSupporter = SupporterValues & { id: number; version: number }

/** The fields in the order of a form. */
export const supporterFieldNames = [
  'kind',
  'name',
  'memberId',
  'isFormer',
  'constituency',
  'link',
  'position',
  'status',
  'joinedOn',
  'notes',
] as const satisfies readonly (keyof SupporterValues)[]

const link = z
  .string()
  .max(500, atMost(500))
  .transform((text, context) => {
    const href = parseWebLink(text)
    if (href !== null) return href
    context.addIssue({ code: 'custom', message: 'A link begins with https://.' })
    return z.NEVER
  })

/** The rules of each field, for the form as for a file. */
export const supporterFields = {
  kind: z.enum(supporterKinds, 'Write mp, peer or organisation.'),
  name: oneLine(200),
  memberId: z
    .number('Write the number that Parliament gives a member.')
    .int()
    .positive()
    .max(2_147_483_647, 'Parliament has no such id.')
    .nullable(),
  isFormer: z.boolean('Write yes or no.'),
  constituency: oneLine(200).nullable(),
  link: link.pipe(z.string().max(500, atMost(500))).nullable(), // what is not ASCII grows
  position: z
    .number('Write a number.')
    .int()
    .min(1, 'The first position is 1.')
    .max(1_000_000, 'The last position is 1,000,000.'),
  status: z.enum(supporterStatuses, 'Write draft, published or hidden.'),
  joinedOn: dayInput.nullable(),
  // PostgreSQL keeps no zero byte in text.
  notes: z
    .string()
    .max(5_000, atMost(5_000))
    .refine((text) => !text.includes('\0'), 'These notes contain a character we can’t store.'),
}

/** What is wrong between the fields of one supporter. */
export function checkAcrossFields({
  kind,
  memberId,
  constituency,
}: Pick<SupporterValues, 'kind' | 'memberId' | 'constituency'>) {
  const problems: { field: keyof SupporterValues; message: string }[] = []
  if (kind === 'organisation' && memberId !== null)
    problems.push({ field: 'memberId', message: 'An organisation is no member.' })
  if (kind !== 'mp' && constituency !== null)
    problems.push({ field: 'constituency', message: 'Only an MP has a constituency.' })
  return problems
}
