import 'server-only'
import { listAuditOf } from '../audit/data/entries'
import { getSupporter } from './data/desk'
import { writeLogo } from './data/write'
import type { Staff } from '../staff/model/staff'
import { type Problem, type Refused, refuse } from '../shared/model/result'
import { describeEntry } from './model/history'
import { archivedFirst, explainRefusal } from './model/rights'
import { checkLogo, saveLogo, type SaveLogoAnswer } from './save-logo'

export type LogoAnswer =
  /** `isOnDark`: the file was too light for the wall, and has a dark ground now. */
  | { outcome: 'saved'; id: number; isOnDark?: boolean }
  | Refused
  | { outcome: 'not-allowed'; message: string }
  /**
   * Someone else has saved the supporter since: the form's new starting values, and a description of the
   * changes.
   */
  | { outcome: 'conflict'; version: number; changes: string[]; theirs: { alt: string; permissionOn: string } }
  | { outcome: 'not-found' }

type Current = { id: number; version: number; logoAlt: string | null; logoPermissionOn: string | null }

/** An uploaded logo; without bytes, only the description and permission of the current one change. */
export type GivenLogo = { bytes: Uint8Array | null; alt: string; permissionOn: string }

/** What is wrong with the logo of a supporter who is about to be added. @param given not trusted */
export async function checkNewLogo(given: GivenLogo, now: Date): Promise<Problem[]> {
  return (await checkLogo(given, now)).map(describeProblem)
}

/**
 * Sets, describes or removes a supporter's logo, if the person's role allows it. Writes everything or nothing.
 * @param given not trusted; null removes the logo
 */
export async function changeLogo(
  { id, version }: { id: number; version: number },
  given: GivenLogo | null,
  staff: Pick<Staff, 'id' | 'role'>,
  now: Date,
): Promise<LogoAnswer> {
  const current = Number.isSafeInteger(id) ? await getSupporter(id) : null
  if (!current) return { outcome: 'not-found' }
  const refusal = explainRefusal(staff.role, current.status, current.status)
  if (refusal !== null) return { outcome: 'not-allowed', message: refusal }
  if (current.archivedAt) return { outcome: 'not-allowed', message: archivedFirst }
  if (current.version !== version) return readConflict(current)
  const change = { actor: { id: staff.id }, now }
  if (!given) return finish(await writeLogo({ id, version }, null, change), id)
  if (!given.bytes && current.logoHash === null) return refuse({ field: 'file', message: 'Choose a file.' })
  return finish(await saveLogo({ id, version, ...given }, change), id)
}

async function finish(answer: SaveLogoAnswer, id: number): Promise<LogoAnswer> {
  if (answer.outcome === 'refused') return refuse(...answer.problems.map(describeProblem))
  const current = answer.outcome === 'conflict' ? await getSupporter(id) : null
  return answer.outcome !== 'conflict' ? answer : current ? readConflict(current) : { outcome: 'not-found' }
}

function describeProblem({ field, message }: Problem): Problem {
  if (field === 'alt') return { field, message: `Say in words what the logo shows. ${message}` }
  return { field: field === 'permissionOn' ? field : 'file', message }
}

async function readConflict({ id, version, logoAlt, logoPermissionOn }: Current): Promise<LogoAnswer> {
  const changes = await listAuditOf('supporter', String(id), { max: 1 })
  const theirs = { alt: logoAlt ?? '', permissionOn: logoPermissionOn ?? '' }
  return { outcome: 'conflict', version, changes: changes.map(describeEntry), theirs }
}
