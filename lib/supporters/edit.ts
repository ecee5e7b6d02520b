import 'server-only'
import { listAuditOf } from '../audit/data/entries'
import { getMemberNow, getSupporter } from './data/desk'
import type { Refused } from '../shared/model/result'
import type { Staff } from '../staff/model/staff'
import type { SupporterStatus } from './model/supporter'
import { type SupporterDraft, toDraft, toInput } from './model/draft'
import type { Duplicate } from './model/duplicate'
import { describeEntry, type SavedMeanwhile } from './model/history'
import { archivedFirst, explainRefusal } from './model/rights'
import { checkSupporter, saveSupporter } from './save'

/** A submission of the supporter form. */
export type SupporterEdit = {
  draft: SupporterDraft
  /** For an existing supporter: the version shown, and the newest log entry at that time. */
  known: { id: number; version: number; seen: number } | null
  status: SupporterStatus | null // null leaves it unchanged; a new supporter is then a draft
  acceptsDuplicates: boolean
}

export type EditAnswer =
  | { outcome: 'saved'; id: number }
  | Refused
  | { outcome: 'not-allowed'; message: string }
  | { outcome: 'duplicates'; duplicates: Duplicate[]; mayAccept: boolean } // `mayAccept` is false when a Member would have two entries of one kind
  | { outcome: 'conflict'; meanwhile: SavedMeanwhile }
  | { outcome: 'not-found' }

/**
 * Saves the supporter form, if the person's role allows it. Nothing is written unless the outcome is `saved`.
 */
export async function editSupporter(
  edit: SupporterEdit,
  staff: Pick<Staff, 'id' | 'role'>,
  now: Date,
): Promise<EditAnswer> {
  const { known } = edit
  const current = known && (await getSupporter(known.id))
  if (known && !current) return { outcome: 'not-found' }
  const status = edit.status ?? current?.status ?? 'draft'
  const refusal = explainRefusal(staff.role, current?.status ?? null, status)
  if (refusal !== null) return { outcome: 'not-allowed', message: refusal }
  if (current?.archivedAt) return { outcome: 'not-allowed', message: archivedFirst }
  if (known && current?.version !== known.version) return readConflict(known)
  const input = {
    ...(await fillName(toInput(edit.draft))),
    status,
    ...(known && { id: known.id, version: known.version }),
  }
  const problems = checkSupporter(input, now)
  if (problems.length > 0) return { outcome: 'refused', problems }
  const answer = await saveSupporter(input, { actor: { id: staff.id }, now }, edit)
  return answer.outcome === 'conflict' && known
    ? readConflict(known)
    : answer.outcome === 'conflict'
      ? { outcome: 'not-found' }
      : answer
}

/** A member picked from the directory already has a name. */
async function fillName<Input extends { name: string; memberId: number | null }>(input: Input): Promise<Input> {
  const member =
    input.name === '' && input.memberId !== null && Number.isSafeInteger(input.memberId)
      ? await getMemberNow(input.memberId)
      : null
  return member ? { ...input, name: member.name } : input
}

async function readConflict({ id, seen }: { id: number; seen: number }): Promise<EditAnswer> {
  const [changes, current] = [await listAuditOf('supporter', String(id), { after: seen }), await getSupporter(id)]
  if (!current) return { outcome: 'not-found' }
  return {
    outcome: 'conflict',
    meanwhile: {
      theirs: toDraft(current),
      changes: changes.map(describeEntry),
      version: current.version,
      seen: changes[0]?.id ?? seen,
    },
  }
}
