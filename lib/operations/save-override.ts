import 'server-only'
import { z } from 'zod'
import { getDirectoryMemberId } from '../data/directory'
import type { Change } from '../data/message-desk'
import { writeOverride } from '../data/overrides'
import { toUkDay } from '../domain/day'
import { cleanName } from '../domain/display-name'
import { overrideFields } from '../domain/override'
import { addDays } from '../domain/uk-time'
import type { SaveProblem } from './save-message-rule'

const mostDays = 366
const values = {
  email: z.email('This is no email address.'),
  x: z.string().regex(/^\w{1,15}$/, 'A handle on X has at most 15 letters, digits or underscores.'),
  bluesky: z.string().regex(/^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i, 'A handle on Bluesky is like name.bsky.social.'),
  vacant: z.never('A vacant seat has no value.'),
}

const overrideInput = z
  .strictObject({
    seatCode: z.string().regex(/^[EWSN]\d{8}$/),
    field: z.enum(overrideFields),
    value: z.string().trim().transform((text) => text.replace(/^@/, '') || null).default(null), // '' : the Member has none
    reason: z.string().transform(cleanName).pipe(z.string().min(1, 'Write why.').max(300)),
    expiresOn: z.iso.date('Write the day as 2026-11-22.'),
  })
  .superRefine(({ field, value }, context) => {
    const parsed = value === null ? null : values[field].safeParse(value)
    if (parsed?.error) context.addIssue({ code: 'custom', path: ['value'], message: parsed.error.issues[0]?.message ?? '' })
  })

export type SaveOverrideAnswer = { outcome: 'saved'; id: number } | { outcome: 'refused'; problems: SaveProblem[] } | { outcome: 'vacant' | 'not-found' }

/**
 * Keeps what staff know better about the Member who sits in a seat now. It holds until the end of its
 * day, or until somebody else sits there; a sync leaves it alone.
 * @param input not trusted: whatever a form gives
 */
export async function saveOverride(input: unknown, change: Change): Promise<SaveOverrideAnswer> {
  const parsed = overrideInput.safeParse(input)
  if (!parsed.success) return { outcome: 'refused', problems: parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })) }
  const { seatCode, expiresOn } = parsed.data
  const today = toUkDay(change.now)
  if (expiresOn < today || expiresOn > addDays(today, mostDays)) return { outcome: 'refused', problems: [{ field: 'expiresOn', message: 'Choose a day within the next year.' }] }
  const memberId = await getDirectoryMemberId(seatCode)
  if (memberId === undefined) return { outcome: 'not-found' }
  if (memberId === null) return { outcome: 'vacant' }
  return { outcome: 'saved', id: await writeOverride({ ...parsed.data, memberId }, change) }
}
