import 'server-only'
import { z } from 'zod'
import { listDeskRules, type Seen } from './data/desk'
import { createDraft, writeDraft } from './data/desk-write'
import type { DeskRule } from './model/rule-versions'
import { conditionsShape } from './model/seed'
import { maxRuleTexts, parseRuleTexts, type RuleContent } from './model/rule'
import type { Change } from '../audit/model/actor'
import { atMost, periodEnd } from '../shared/model/inputs'
import { type Refused, refuse, toProblems } from '../shared/model/result'

// What is too long is refused before anything else is done with it. A line break comes as one character or two.
const line = (max: number) =>
  z
    .string()
    .max(max, atMost(max))
    .trim()
    .min(1, 'Write something here.')
    .regex(/^[^\r\n]*$/, 'Keep this to one line.')
const text = (max: number) =>
  z
    .string()
    .max(2 * max, atMost(max))
    .transform((value) => value.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1, 'Write something here.').max(max, atMost(max)))
const ruleInput = z
  .strictObject({
    id: z.int32().positive().optional(), // absent for a new rule
    version: z.int32().positive().optional(), // the one that was edited
    name: line(100),
    isActive: z.boolean(),
    activeFrom: periodEnd('from').default(null),
    activeUntil: periodEnd('until').default(null),
    conditions: conditionsShape,
    postText: text(maxRuleTexts.postText),
    emailSubject: line(maxRuleTexts.emailSubject),
    emailBody: text(maxRuleTexts.emailBody),
  })
  .refine(({ id, version }) => (id === undefined) === (version === undefined), {
    path: ['version'],
    error: 'Say which version was edited.',
  })
  .refine(({ activeFrom, activeUntil }) => !activeFrom || !activeUntil || activeFrom < activeUntil, {
    path: ['activeUntil'],
    error: 'Choose an end that is after the beginning.',
  })

/** Somebody else has changed the rule since: it is as `theirs` now, null if it is gone. */
export type RuleConflict = { outcome: 'conflict'; theirs: DeskRule | null }

export type SaveAnswer =
  { outcome: 'saved'; id: number; version: number } | Refused | RuleConflict | { outcome: 'not-found' }

/**
 * Keeps a message rule, new or changed, as a draft, if its texts use known variables only. Visitors get
 * it once it is published: see `publishRules`.
 * @param input not trusted: whatever a form or a script gives
 */
export async function saveMessageRule(input: unknown, { actor, now }: Change): Promise<SaveAnswer> {
  const change = { actor, now, action: 'message-rule.draft-saved' } as const
  const parsed = parseRuleInput(input)
  if (parsed.outcome === 'refused') return parsed
  const { seen, content } = parsed
  if (!seen) return { outcome: 'saved', ...(await createDraft(content, change)) }
  if (await writeDraft(seen, content, change)) return { outcome: 'saved', id: seen.id, version: seen.version + 1 }
  const theirs = (await listDeskRules()).find((rule) => rule.id === seen.id)
  return theirs ? { outcome: 'conflict', theirs } : { outcome: 'not-found' }
}

/** What `saveMessageRule` would keep, or why it would not; `seen` is null for a new rule. */
export function parseRuleInput(input: unknown): { outcome: 'read'; seen: Seen | null; content: RuleContent } | Refused {
  const parsed = ruleInput.safeParse(input)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const { id, version, ...content } = parsed.data
  const read = parseRuleTexts(content)
  if (read.outcome === 'refused') return read
  return { outcome: 'read', seen: id === undefined || version === undefined ? null : { id, version }, content }
}
