import 'server-only'
import { z } from 'zod'
import { type Change, createDraft, listDeskRules, writeDraft } from '../data/message-desk'
import type { DeskRule } from '../domain/desk-rule'
import { conditionsShape } from '../domain/message-facts'
import { parseRuleTexts } from '../domain/message-rule'
import { parsePeriodEnd, type Period } from '../domain/uk-time'

const line = z
  .string()
  .trim()
  .min(1, 'Write something here.')
  .regex(/^[^\r\n]*$/, 'This must be one line.')
const text = z.string().transform((value) => value.replace(/\r\n?/g, '\n').trim())
const written = z.string().min(1, 'Write something here.')
/** A day or a minute of the UK, or '' for no end. */
export const periodEnd = (end: keyof Period) =>
  z.string().trim().transform((value, context) => {
    const instant = parsePeriodEnd(value, end)
    if (instant !== undefined) return instant
    context.addIssue({ code: 'custom', message: 'Write a day as 2026-11-22, or a time as 2026-11-22T09:30.' })
    return z.NEVER
  })

const ruleInput = z
  .strictObject({
    id: z.number().int().positive().optional(), // absent for a new rule
    version: z.number().int().positive().optional(), // the one that was edited
    name: line.pipe(z.string().max(100)),
    isActive: z.boolean(),
    activeFrom: periodEnd('from').default(null),
    activeUntil: periodEnd('until').default(null),
    conditions: conditionsShape,
    postText: text.pipe(written.max(1_000)),
    emailSubject: line.pipe(z.string().max(200)),
    emailBody: text.pipe(written.max(10_000)),
  })
  .refine(({ id, version }) => (id === undefined) === (version === undefined), { path: ['version'], error: 'Say which version was edited.' })
  .refine(({ activeFrom, activeUntil }) => !activeFrom || !activeUntil || activeFrom < activeUntil, { path: ['activeUntil'], error: 'This is not after the beginning.' })

/** What is wrong with a rule, and in which field, by its path: `postText`, `conditions.nation`. */
export type SaveProblem = { field: string; message: string }

/** Somebody else has changed the rule since: it is as `theirs` now, null if it is gone. */
export type RuleConflict = { outcome: 'conflict'; theirs: DeskRule | null }

export type SaveAnswer = { outcome: 'saved'; id: number; version: number } | { outcome: 'refused'; problems: SaveProblem[] } | RuleConflict | { outcome: 'not-found' }

/**
 * Keeps a message rule, new or changed, as a draft, if its texts use known variables only. Visitors get
 * it once it is published: see `publishRules`.
 * @param input not trusted: whatever a form or a script gives
 */
export async function saveMessageRule(input: unknown, change: Change): Promise<SaveAnswer> {
  const parsed = ruleInput.safeParse(input)
  if (!parsed.success) return refuse(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })))
  const { id, version, ...content } = parsed.data
  const read = parseRuleTexts(content)
  if (!read.ok) return refuse(read.problems)
  if (id === undefined || version === undefined) return { outcome: 'saved', ...(await createDraft(content, change)) }
  if (await writeDraft({ id, version }, content, change)) return { outcome: 'saved', id, version: version + 1 }
  const theirs = (await listDeskRules()).find((rule) => rule.id === id)
  return theirs ? { outcome: 'conflict', theirs } : { outcome: 'not-found' }
}

function refuse(problems: SaveProblem[]): SaveAnswer {
  return { outcome: 'refused', problems }
}
