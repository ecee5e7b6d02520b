import 'server-only'
import { z } from 'zod'
import { writeSupporter } from './data/write'
import type { Duplicate } from './model/duplicate'
import { type Problem, type Refused, refuse, toProblems } from '../shared/model/result'
import type { Change } from '../audit/model/actor'
import type { SupporterValues } from './model/fields'
import { checkAcrossFields, fieldRules } from './model/input'

const supporterInput = (now: Date) =>
  z
    .strictObject({
      ...fieldRules,
      position: fieldRules.position.optional(), // absent: a new supporter goes last, an existing one stays in place
      id: z.number().int().positive().optional(), // absent for a new supporter
      version: z.number().int().positive().optional(), // the version that was edited
    })
    .refine(({ id, version }) => (id === undefined) === (version === undefined), {
      path: ['version'],
      error: 'Say which version was edited.',
    })
    .superRefine((input, context) => {
      for (const { field, message } of checkAcrossFields(input, now))
        context.addIssue({ code: 'custom', path: [field], message })
    })

export type SaveSupporterAnswer =
  | { outcome: 'saved'; id: number; version: number }
  | Refused
  | { outcome: 'duplicates'; duplicates: Duplicate[]; mayAccept: boolean }
  | { outcome: 'conflict' } // someone else has saved since
  | { outcome: 'not-found' }

/**
 * Validates a supporter without saving it.
 * @param input not trusted
 */
export function checkSupporter(input: unknown, now: Date): Problem[] {
  const { error } = supporterInput(now).safeParse(input)
  return error ? toProblems(error) : []
}

const valuesInput = z.strictObject(fieldRules).refine((values) => checkAcrossFields(values).length === 0)

/**
 * A valid supporter, or null.
 * @param input not trusted
 */
export function readSupporter(input: unknown): SupporterValues | null {
  return valuesInput.safeParse(input).data ?? null
}

/**
 * Saves a new or existing supporter, except its logo (see `change-logo.ts`). Public pages show the change
 * within a second (lib/server/watch-content.ts).
 * @param input not trusted: from a form or a script
 * @param check looks for duplicates first, in the same transaction; without it, only the Parliament id must be
 * free
 */
export async function saveSupporter(
  input: unknown,
  by: Change,
  check?: { acceptsDuplicates: boolean },
): Promise<SaveSupporterAnswer> {
  const parsed = supporterInput(by.now).safeParse(input)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const { id, version, ...change } = parsed.data
  const known = id === undefined || version === undefined ? null : { id, version }
  const answer = await writeSupporter(change, known, by, check)
  return answer.outcome === 'taken' ? refuse({ field: 'memberId', message: 'Another supporter has this id.' }) : answer
}
