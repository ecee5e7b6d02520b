import 'server-only'
import { database } from '../../shared/database/client'
import { groupByRow, listAsLeft } from '../model/undo'

/** Signing in doesn’t change a member of staff. */
export const isChange = { action: { not: 'staff.signed-in' } }

/**
 * Which of these changes left their row as it is now.
 * @param changes of the log, of any rows
 * @returns their ids, and those of older ones of the same rows
 */
export async function findAsLeft(
  changes: readonly { id: number; entity: string; entityId: string }[],
): Promise<Set<number>> {
  if (changes.length === 0) return new Set()
  const db = await database()
  const rows = await db.auditEntry.findMany({
    where: {
      id: { gte: Math.min(...changes.map(({ id }) => id)) },
      entity: { in: [...new Set(changes.map(({ entity }) => entity))] },
      entityId: { in: [...new Set(changes.map(({ entityId }) => entityId))] },
      ...isChange,
    },
    select: { id: true, entity: true, entityId: true, undoes: true },
    orderBy: { id: 'desc' },
  })
  return new Set(groupByRow(rows).flatMap((ofRow) => [...listAsLeft(ofRow)]))
}
