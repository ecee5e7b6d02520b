import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { type Eraser, eraseWithin, listTexts } from '../model/eraser'
import type { PrismaClient, Transaction } from '../../shared/database/client'

const batchSize = 500

/** A log entry that says what is to be erased. `texts`: the values in which it is. */
export type FoundEntry = { id: number; at: Date; action: string; texts: string[] }

/** The entries of the log that say what is to be erased, the oldest first. Reads the whole log, in steps that yield. */
export async function findInLog(db: PrismaClient | Transaction, eraser: Eraser): Promise<FoundEntry[]> {
  const found: FoundEntry[] = []
  for (let last = 0; ;) {
    const rows = await db.auditEntry.findMany({
      where: { id: { gt: last } },
      select: { id: true, at: true, action: true, before: true, after: true },
      orderBy: { id: 'asc' },
      take: batchSize,
    })
    for (const { before, after, ...row } of rows) {
      const texts = [before, after].flatMap((json) => (json === null ? [] : listTexts(JSON.parse(json), eraser)))
      if (texts.length > 0) found.push({ ...row, texts })
    }
    if (rows.length < batchSize) return found
    last = rows.at(-1)?.id ?? last
    await setImmediate()
  }
}

/**
 * Erases something from the log: the one way in which an entry ever changes. The triggers of the database let an entry be
 * rewritten only while AuditErasure names it, only before and after, and only to what has “(erased)” in it. The names are
 * gone before the transaction ends, so nobody else ever sees them.
 * @param tx the transaction that erases it everywhere, and records in the log that it did
 * @returns how many entries changed
 */
export async function eraseFromLog(tx: Transaction, eraser: Eraser): Promise<number> {
  const found = await findInLog(tx, eraser)
  const rewrite = (json: string | null) =>
    json === null ? null : JSON.stringify(eraseWithin(JSON.parse(json), eraser))
  for (const { id } of found) {
    const { before, after } = await tx.auditEntry.findUniqueOrThrow({
      where: { id },
      select: { before: true, after: true },
    })
    await tx.auditErasure.create({ data: { entryId: id } })
    await tx.auditEntry.update({
      where: { id },
      data: { before: rewrite(before), after: rewrite(after) },
      select: { id: true },
    })
    await tx.auditErasure.deleteMany({ where: { entryId: id } })
  }
  return found.length
}
