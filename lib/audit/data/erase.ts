import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { type Eraser, eraseWithin, findsLoosely, listTexts } from '../model/eraser'
import type { PrismaClient, Transaction } from '../../shared/database/client'
import { dialectOf } from '../../shared/database/dialect'

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
  for (let start = 0; start < found.length; start += batchSize)
    await rewriteEntries(tx, found.slice(start, start + batchSize), rewrite, renameTag)
  return found.length
}

/** Rewrites entries in one statement, since nobody can write while it goes on. */
async function rewriteEntries(
  tx: Transaction,
  found: readonly FoundEntry[],
  rewrite: (json: string | null) => string | null,
  renameTag: (tag: string) => string,
): Promise<void> {
  const tags = new Map(found.map(({ id, tag }) => [id, tag]))
  const rows = await tx.auditEntry.findMany({
    where: { id: { in: [...tags.keys()] } },
    select: { id: true, entityId: true, before: true, after: true },
  })
  const next = rows.map(({ id, entityId, before, after }) => {
    const tag = tags.get(id) ?? null
    return { id, entityId: tag === null ? entityId : renameTag(tag), before: rewrite(before), after: rewrite(after) }
  })
  await tx.auditErasure.createMany({ data: next.map(({ id }) => ({ entryId: id })) })
  const sets = ['entityId', 'before', 'after'].map((column) => `"${column}" = "given"."value" ->> '${column}'`)
  await tx.$executeRawUnsafe(
    `UPDATE "AuditEntry" SET ${sets.join(', ')} FROM ${dialectOf().jsonRows(1)}
     WHERE "AuditEntry"."id" = CAST("given"."value" ->> 'id' AS INTEGER)`,
    JSON.stringify(next),
  )
  await tx.auditErasure.deleteMany()
}
