import 'server-only'
import { database } from '../../shared/database/client'
import { isErased } from '../model/eraser'
import { groupByRow, listAsLeft } from '../model/undo'

/** Signing in doesn’t change a member of staff. */
export const isChange = { action: { not: 'staff.signed-in' } }

/**
 * Which of these changes left their row as it is now, and can say how it was before: of one from which something was
 * erased, an undo would bring “(erased)” before visitors.
 * @param changes of the log, of any rows
 */
export async function findAsLeft(
  changes: readonly { id: number; entity: string; entityId: string; before: string | null; after: string | null }[],
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
  const asLeft = new Set(groupByRow(rows).flatMap((ofRow) => [...listAsLeft(ofRow)]))
  return new Set(changes.flatMap(({ id, before, after }) => (asLeft.has(id) && !isErased(before, after) ? id : [])))
}
