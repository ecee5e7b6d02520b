import 'server-only'
import { maxPosition, positionStep } from '../model/move'
import { type Duplicate, pickDuplicates } from '../model/duplicate'
import type { Transaction } from '../../shared/database/client'

/**
 * The next free position, for a new supporter.
 * @param tx must hold the supporters' lock until the supporter is written, or two could get the same position
 */
export async function getNextPosition(tx: Transaction): Promise<number> {
  const { _max } = await tx.supporter.aggregate({ _max: { position: true } })
  return Math.min(Math.max(0, _max.position ?? 0) + positionStep, maxPosition) // at the limit they share a position, ordered by id
}

/**
 * Existing supporters who may be the same as the candidate, archived ones too: better to bring them back.
 * @param tx must hold the supporters' lock until the supporter is written, or the same one could be added twice
 * @param candidate has an `id` when it is already a supporter
 */
export async function findDuplicates(
  tx: Transaction,
  candidate: { id?: number | undefined; name: string; memberId: number | null },
): Promise<Duplicate[]> {
  const supporters = await tx.supporter.findMany({
    select: { id: true, kind: true, name: true, status: true, memberId: true, archivedAt: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return pickDuplicates(
    supporters.map(({ archivedAt, ...each }) => (archivedAt ? { ...each, status: 'archived' } : each)),
    candidate,
  )
}
