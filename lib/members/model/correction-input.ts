import { z } from 'zod'
import { type OverrideField, overrideFields } from './correction'
import { atMost, oneLine } from '../../shared/model/inputs'
import { type Refused, refuse, toProblems } from '../../shared/model/result'
import { addDays } from '../../shared/model/uk-time'

/** An override as staff write it; `expiresOn` is its last day in the UK, YYYY-MM-DD. */
export type OverrideValues = {
  seatCode: string
  field: OverrideField
  value: string | null
  reason: string
  expiresOn: string
}

/** All of an override that can be changed and undone. `memberId` is whom it is about. */
export type OverrideContent = OverrideValues & { memberId: number }

const mostDays = 366
const values = {
  email: z.email('This is no email address.'),
  x: z.string().regex(/^\w{1,15}$/, 'A handle on X has at most 15 letters, digits or underscores.'),
  bluesky: z
    .string()
    .regex(
      /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i,
      'A handle on Bluesky is like name.bsky.social.',
    ),
  vacant: z.never('A vacant seat has no value.'),
}

const overrideInput = z
  .strictObject({
    seatCode: z.string().regex(/^[EWSN]\d{8}$/),
    field: z.enum(overrideFields),
    value: z
      .string()
      .max(320, atMost(320))
      .trim()
      .transform((text) => text.replace(/^@/, '') || null)
      .nullable()
      .default(null), // '' : the Member has none
    reason: oneLine(300, 'Write why.'),
    expiresOn: z.iso.date('Write the day as 2026-11-22.'),
  })
  .superRefine(({ field, value }, context) => {
    const parsed = value === null ? null : values[field].safeParse(value)
    if (parsed?.error)
      context.addIssue({ code: 'custom', path: ['value'], message: parsed.error.issues[0]?.message ?? '' })
  })

const overrideContent = z.object({ ...overrideInput.shape, memberId: z.number().int(), value: z.string().nullable() })

/**
 * Reads an override.
 * @param input not trusted: whatever a form gives
 * @param today YYYY-MM-DD
 */
export function parseOverride(input: unknown, today: string): { outcome: 'read'; override: OverrideValues } | Refused {
  const parsed = overrideInput.safeParse(input)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const { expiresOn } = parsed.data
  if (expiresOn < today || expiresOn > addDays(today, mostDays))
    return refuse({ field: 'expiresOn', message: 'Choose a day within the next year.' })
  return { outcome: 'read', override: parsed.data }
}

/** An override as the log has it; null for what is none. */
export function parseOverrideContent(logged: unknown): OverrideContent | null {
  return overrideContent.safeParse(logged).data ?? null
}

/** Whether two overrides say the same; null is none. */
export function isSameOverride(a: OverrideContent | null, b: OverrideContent | null): boolean {
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
