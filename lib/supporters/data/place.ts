import 'server-only'
import { maxPosition, positionStep } from '../model/move'
import { type Duplicate, pickDuplicates } from '../model/duplicate'
import type { Transaction } from '../../shared/database/client'

/**
 * The position behind everybody, for a new supporter.
 * @param tx holds the lock on supporters until the supporter is written, or two would get the same position
 */
export async function getNextPosition(tx: Transaction): Promise<number> {
  const { _max } = await tx.supporter.aggregate({ _max: { position: true } })
  return Math.min(Math.max(0, _max.position ?? 0) + positionStep, maxPosition) // at the limit they share it, in the order of their ids
}

/**
 * Who may already be there.
 * @param tx holds the lock on supporters until the supporter is written, or two could add the same one
 * @param candidate with `id` when they are a supporter already
 */
export async function findDuplicates(
  tx: Transaction,
  candidate: { id?: number | undefined; name: string; memberId: number | null },
): Promise<Duplicate[]> {
  const supporters = await tx.supporter.findMany({
    select: { id: true, kind: true, name: true, status: true, memberId: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return pickDuplicates(supporters, candidate)
}
