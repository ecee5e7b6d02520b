import 'server-only'
import { z } from 'zod'
import { listMessageRules, writeMessageRule } from '../data/message-rules'
import { conditionsShape } from '../domain/message-facts'
import { hasDefault, parseRuleTexts } from '../domain/message-rule'

const line = z
  .string()
  .trim()
  .min(1, 'Write something here.')
  .regex(/^[^\r\n]*$/, 'This must be one line.')
const text = z.string().transform((value) => value.replace(/\r\n?/g, '\n').trim())
const written = z.string().min(1, 'Write something here.')

const ruleInput = z.strictObject({
  id: z.number().int().positive().optional(), // absent for a new rule
  position: z.number().int().min(1).max(1_000_000),
  name: line.pipe(z.string().max(100)),
  isActive: z.boolean(),
  conditions: conditionsShape,
  postText: text.pipe(written.max(1_000)),
  emailSubject: line.pipe(z.string().max(200)),
  emailBody: text.pipe(written.max(10_000)),
})

/** What is wrong with a rule, and in which field, by its path: `postText`, `conditions.nation`. */
export type SaveProblem = { field: string; message: string }

export type SaveAnswer = { outcome: 'saved'; id: number } | { outcome: 'refused'; problems: SaveProblem[] } | { outcome: 'not-found' }

/**
 * Keeps a message rule, new or changed, if its texts use known variables only, nothing else stands
 * at its position, and some active rule still serves every seat.
 * @param input not trusted: whatever a form or a script gives
 */
export async function saveMessageRule(input: unknown, now: Date): Promise<SaveAnswer> {
  const parsed = ruleInput.safeParse(input)
  if (!parsed.success) return refuse(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })))
  const rule = parsed.data
  const read = parseRuleTexts(rule)
  if (!read.ok) return refuse(read.problems)

  const others = (await listMessageRules()).filter(({ id }) => id !== rule.id)
  const taken = others.find(({ position }) => position === rule.position)
  if (taken) return refuse([{ field: 'position', message: `The rule “${taken.name}” stands there.` }])
  if (!hasDefault([...others, rule])) {
    return refuse([{ field: 'conditions', message: 'Keep one active rule without conditions, so that every seat has a message.' }])
  }
  const id = await writeMessageRule(rule, now)
  return id === null ? { outcome: 'not-found' } : { outcome: 'saved', id }
}

function refuse(problems: SaveProblem[]): SaveAnswer {
  return { outcome: 'refused', problems }
}
