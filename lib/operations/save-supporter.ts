import 'server-only'
import { z } from 'zod'
import { writeSupporter } from '../data/supporters-write'
import { cleanName } from '../domain/display-name'
import { detectLogoType, logoTypes } from '../domain/logo'
import { supporterKinds, supporterStatuses } from '../domain/supporter'
import { isWebLink } from '../domain/web-link'

const mostLogoBytes = 200_000

const line = (most: number) => z.string().transform(cleanName).pipe(z.string().min(1, 'Write something here.').max(most))
const day = z.iso.date('Write the day as 2026-11-22.')
const pixels = z.number().int().min(1).max(4_000)

const logoInput = z
  .strictObject({
    bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= mostLogoBytes, 'A logo may have at most 200 kB.'),
    type: z.enum(logoTypes),
    width: pixels,
    height: pixels,
    alt: line(200),
    permissionOn: day,
  })
  .transform(({ bytes, ...rest }) => ({ ...rest, bytes: new Uint8Array(bytes) })) // a copy: nobody can change it after the check
  .refine(({ bytes, type }) => detectLogoType(bytes) === type, { path: ['bytes'], error: 'This is not a picture of that type.' })

const supporterInput = z
  .strictObject({
    id: z.number().int().positive().optional(), // absent for a new one
    version: z.number().int().positive().optional(), // the one that was edited
    kind: z.enum(supporterKinds),
    name: line(200),
    memberId: z.number().int().positive().max(2_147_483_647).nullable(),
    isFormer: z.boolean(),
    constituency: line(200).nullable(),
    link: z.string().max(500).refine(isWebLink, 'A link begins with https://.').nullable(),
    logo: logoInput.nullable().optional(),
    position: z.number().int().min(1).max(1_000_000),
    status: z.enum(supporterStatuses),
    joinedOn: day.nullable(),
    notes: z.string().max(5_000),
  })
  .refine(({ id, version }) => (id === undefined) === (version === undefined), { path: ['version'], error: 'Say which version was edited.' })
  .refine(({ kind, memberId }) => kind !== 'organisation' || memberId === null, { path: ['memberId'], error: 'An organisation is no member.' })
  .refine(({ kind, constituency }) => kind === 'mp' || constituency === null, { path: ['constituency'], error: 'Only an MP has a constituency.' })

/** What is wrong with a supporter, and in which field, by its path: `name`, `logo.bytes`. */
export type SupporterProblem = { field: string; message: string }

export type SaveSupporterAnswer =
  | { outcome: 'saved'; id: number; version: number }
  | { outcome: 'refused'; problems: SupporterProblem[] }
  | { outcome: 'conflict' } // somebody else has saved since
  | { outcome: 'not-found' }

/**
 * Keeps a supporter, new or changed. Pages show it within their ten seconds; whoever calls this can
 * refresh them at once, see app/refresh-supporters.ts.
 * @param input not trusted: whatever a form or a script gives
 */
export async function saveSupporter(input: unknown, now: Date): Promise<SaveSupporterAnswer> {
  const parsed = supporterInput.safeParse(input)
  if (!parsed.success) return refuse(parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })))
  const { id, version, ...change } = parsed.data
  const answer = await writeSupporter(change, id === undefined || version === undefined ? null : { id, version }, now)
  return answer.outcome === 'taken' ? refuse([{ field: 'memberId', message: 'Another supporter has this id.' }]) : answer
}

function refuse(problems: SupporterProblem[]): SaveSupporterAnswer {
  return { outcome: 'refused', problems }
}
