import 'server-only'
import { isPastArchive } from '../../shared/model/archive'
import { auditSupporters, readSnapshots } from './audit'
import { changeSupporters, toBatches } from './batch'

/** Who makes a change, and when. */
export type By = Pick<Parameters<typeof auditSupporters>[1], 'actor' | 'now'>

/** Selects those who are not archived: for everything that lists, counts or changes supporters. */
export const notArchived = { archivedAt: null } as const

/**
 * Archives a supporter: hidden, and marked.
 * @returns false when there is none who isn't archived
 */
export async function writeArchived(id: number, change: By): Promise<boolean> {
  const data = { status: 'hidden', archivedAt: change.now } as const
  return write(id, notArchived, data, 'supporter.archived', change)
}

/**
 * Brings an archived supporter back, hidden.
 * @returns false when there is no such archived supporter
 */
export async function writeBroughtBack(id: number, change: By): Promise<boolean> {
  return write(id, { archivedAt: { not: null } }, { archivedAt: null }, 'supporter.brought-back', change)
}

async function write(
  id: number,
  where: { archivedAt: null | { not: null } },
  data: { status?: 'hidden'; archivedAt: Date | null },
  action: string,
  change: By,
): Promise<boolean> {
  return changeSupporters(async (tx) => {
    const before = await readSnapshots(tx, [id])
    const { count } = await tx.supporter.updateMany({
      where: { id, ...where },
      data: { ...data, updatedAt: change.now, version: { increment: 1 } },
    })
    if (count > 0) await auditSupporters(tx, { ids: [id], before, action, ...change })
    return count > 0
  })
}

/**
 * Deletes archived supporters for good, with their logos. The log keeps who they were, in what it said before.
 * @param id one of them, or null for all whose days are over
 * @returns how many
 */
export async function deleteArchived(id: number | null, change: By): Promise<number> {
  return changeSupporters(async (tx) => {
    const found = await tx.supporter.findMany({
      where: { archivedAt: { not: null }, ...(id !== null && { id }) },
      select: { id: true, archivedAt: true },
    })
    const due = found.filter(({ archivedAt }) => id !== null || (archivedAt && isPastArchive(archivedAt, change.now)))
    for (const batch of toBatches(due.map((each) => each.id))) {
      const before = await readSnapshots(tx, batch)
      await tx.supporter.deleteMany({ where: { id: { in: batch } } })
      await auditSupporters(tx, { ids: batch, before, action: 'supporter.deleted', ...change })
    }
    return due.length
  })
}
