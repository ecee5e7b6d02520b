import { z } from 'zod'
import { type CorrectionField, correctionFields } from './correction'
import { atMost, oneLine } from '../../shared/model/inputs'
import { type Refused, refuse, toProblems } from '../../shared/model/result'
import { addDays } from '../../shared/model/uk-time'

/** A correction as staff enter it; `expiresOn` is the last day it applies in the UK, YYYY-MM-DD. */
export type CorrectionValues = {
  seatCode: string
  field: CorrectionField
  value: string | null
  reason: string
  expiresOn: string
}

/** Everything in a correction that can be changed and undone. `memberId` is the Member it is about. */
export type CorrectionContent = CorrectionValues & { memberId: number }

const maxDays = 366
const values = {
  email: z.email('Enter an email address like name@example.org.'),
  x: z.string().regex(/^\w{1,15}$/, 'A handle on X has at most 15 letters, digits or underscores.'),
  bluesky: z
    .string()
    .regex(
      /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i,
      'A handle on Bluesky is like name.bsky.social.',
    ),
  vacant: z.never('A vacant seat has no value.'),
}

const correctionInput = z
  .strictObject({
    seatCode: z.string().regex(/^[EWSN]\d{8}$/),
    field: z.enum(correctionFields),
    value: z
      .string()
      .max(320, atMost(320))
      .trim()
      .transform((text) => text.replace(/^@/, '') || null)
      .nullable()
      .default(null), // '' means the Member has none
    reason: oneLine(300, 'Write why.'),
    expiresOn: z.iso.date('Write the day as 2026-11-22.'),
  })
  .superRefine(({ field, value }, context) => {
    const parsed = value === null ? null : values[field].safeParse(value)
    if (parsed?.error)
      context.addIssue({ code: 'custom', path: ['value'], message: parsed.error.issues[0]?.message ?? '' })
  })

const correctionContent = z.object({
  ...correctionInput.shape,
  memberId: z.number().int(),
  value: z.string().nullable(),
})

/**
 * Validates a correction.
 * @param input form data, not trusted
 * @param today YYYY-MM-DD
 */
export function parseCorrection(
  input: unknown,
  today: string,
): { outcome: 'read'; correction: CorrectionValues } | Refused {
  const parsed = correctionInput.safeParse(input)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const { expiresOn } = parsed.data
  if (expiresOn < today || expiresOn > addDays(today, maxDays))
    return refuse({ field: 'expiresOn', message: 'Choose a day within the next year.' })
  return { outcome: 'read', correction: parsed.data }
}

/** A correction from an audit entry; null if the entry holds none. */
export function parseCorrectionContent(logged: unknown): CorrectionContent | null {
  return correctionContent.safeParse(logged).data ?? null
}

/** Whether two corrections have the same content; null means no correction. */
export function isSameCorrection(a: CorrectionContent | null, b: CorrectionContent | null): boolean {
  if (!a || !b) return a === b
  return (
    a.seatCode === b.seatCode &&
    a.field === b.field &&
    a.memberId === b.memberId &&
    a.value === b.value &&
    a.reason === b.reason &&
    a.expiresOn === b.expiresOn
  )
}
