import 'server-only'
import { z } from 'zod'
import { writeSupporter } from './data/write'
import { type Problem, type Refused, refuse, toProblems } from '../shared/model/result'
import { detectLogoType, logoTypes } from './model/logo'
import type { Change } from '../audit/model/actor'
import { checkAcrossFields, supporterFields, type SupporterValues } from './model/input'
import { dayInput, oneLine } from '../shared/model/inputs'

const mostLogoBytes = 200_000

const pixels = z.number().int().min(1).max(4_000)

const logoInput = z
  .strictObject({
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= mostLogoBytes, 'A logo may have at most 200 kB.'),
    type: z.enum(logoTypes),
    width: pixels,
    height: pixels,
    alt: oneLine(200),
    permissionOn: dayInput,
  })
  .transform(({ bytes, ...rest }) => ({ ...rest, bytes: new Uint8Array(bytes) })) // a copy: nobody can change it after the check
  .refine(({ bytes, type }) => detectLogoType(bytes) === type, {
    path: ['bytes'],
    error: 'This is not a picture of that type.',
  })

const supporterInput = z
  .strictObject({
    ...supporterFields,
    id: z.number().int().positive().optional(), // absent for a new one
    version: z.number().int().positive().optional(), // the one that was edited
    logo: logoInput.nullable().optional(),
  })
  .refine(({ id, version }) => (id === undefined) === (version === undefined), {
    path: ['version'],
    error: 'Say which version was edited.',
  })
  .superRefine((input, context) => {
    for (const { field, message } of checkAcrossFields(input))
      context.addIssue({ code: 'custom', path: [field], message })
  })

export type SaveSupporterAnswer =
  | { outcome: 'saved'; id: number; version: number }
  | Refused
  | { outcome: 'conflict' } // somebody else has saved since
  | { outcome: 'not-found' }

/** What is wrong with a supporter, without keeping it. @param input not trusted */
export function checkSupporter(input: unknown): Problem[] {
  const { error } = supporterInput.safeParse(input)
  return error ? toProblems(error) : []
}

const valuesInput = z.strictObject(supporterFields).refine((values) => checkAcrossFields(values).length === 0)

/** A supporter as it may be kept, without its logo; null when it may not. @param input not trusted */
export function readSupporter(input: unknown): SupporterValues | null {
  return valuesInput.safeParse(input).data ?? null
}

/**
 * Keeps a supporter, new or changed. Pages show it within their ten seconds; whoever calls this can
 * refresh them at once, see app/refresh-supporters.ts.
 * @param input not trusted: whatever a form or a script gives
 */
export async function saveSupporter(input: unknown, by: Change): Promise<SaveSupporterAnswer> {
  const parsed = supporterInput.safeParse(input)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const { id, version, ...change } = parsed.data
  const answer = await writeSupporter(change, id === undefined || version === undefined ? null : { id, version }, by)
  return answer.outcome === 'taken' ? refuse({ field: 'memberId', message: 'Another supporter has this id.' }) : answer
}
