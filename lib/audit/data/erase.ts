import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { type Eraser, eraseWithin, findsLoosely, listTexts } from '../model/eraser'
import type { PrismaClient, Transaction } from '../../shared/database/client'

const batchSize = 500

/** A log entry that says what is to be erased. `texts`: the values in which it is. `tag`: of the link it is about, if it is in that. */
type FoundEntry = { id: number; at: Date; day: string; action: string; tag: string | null; texts: string[] }

/** The entries of the log that say what is to be erased, the oldest first. Reads the whole log, in steps that yield. */
export async function findInLog(db: PrismaClient | Transaction, eraser: Eraser): Promise<FoundEntry[]> {
  const found: FoundEntry[] = []
  for (let last = 0; ;) {
    const rows = await db.auditEntry.findMany({
      where: { id: { gt: last } },
      select: { id: true, at: true, day: true, action: true, entity: true, entityId: true, before: true, after: true },
      orderBy: { id: 'asc' },
      take: batchSize,
    })
    for (const { id, at, day, action, entity, entityId, before, after } of rows) {
      const texts = [before, after].flatMap((json) => (json === null ? [] : listTexts(JSON.parse(json), eraser)))
      const tag = entity === 'source' && findsLoosely(entityId, eraser) ? entityId : null
      if (texts.length > 0 || tag !== null) found.push({ id, at, day, action, tag, texts })
    }
    if (rows.length < batchSize) return found
    last = rows.at(-1)?.id ?? last
    await setImmediate()
  }
}

/**
 * Erases something from the log: the one way in which an entry ever changes. The triggers of the database let an entry be
 * rewritten only while AuditErasure names it, only before and after, and only to what has “(erased)” in it; of a link for
 * a partner also its tag, to a drawn one. The names are gone before the transaction ends, so nobody else ever sees them.
 * @param tx the transaction that erases it everywhere, and records in the log that it did
 * @param renameTag always gives the same new tag for the same old one
 * @returns how many entries changed
 */
export async function eraseFromLog(
  tx: Transaction,
  eraser: Eraser,
  renameTag: (tag: string) => string,
): Promise<number> {
  const found = await findInLog(tx, eraser)
  const rewrite = (json: string | null) =>
    json === null ? null : JSON.stringify(eraseWithin(JSON.parse(json), eraser))
  for (const { id, tag } of found) {
    const { before, after } = await tx.auditEntry.findUniqueOrThrow({
      where: { id },
      select: { before: true, after: true },
    })
    await tx.auditErasure.create({ data: { entryId: id } })
    await tx.auditEntry.update({
      where: { id },
      data: { before: rewrite(before), after: rewrite(after), ...(tag !== null && { entityId: renameTag(tag) }) },
      select: { id: true },
    })
    await tx.auditErasure.deleteMany({ where: { entryId: id } })
  }
  return found.length
}
