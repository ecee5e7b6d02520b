import 'server-only'
import type { SharedCount } from '../request-counter.mjs'
import { database } from './client'
import { dialectOf } from './dialect'

/**
 * Adds this process's counts to the shared ones.
 * @param rows some may have nothing to add
 * @returns the totals of all processes, for the same keys
 */
export async function addSharedCounts(rows: readonly SharedCount[]): Promise<{ key: string; count: number }[]> {
  const db = await database()
  const news = rows.filter(({ count }) => count > 0)
  if (news.length > 0) await db.$executeRawUnsafe(composeInsert(), JSON.stringify(news))
  return db.sharedLimit.findMany({
    where: { key: { in: rows.map(({ key }) => key) } },
    select: { key: true, count: true },
  })
}

function composeInsert(): string {
  const read = (field: keyof SharedCount, type: string) => `CAST("given"."value" ->> '${field}' AS ${type})`
  // Sorted by key: processes that lock rows in the same order can't deadlock.
  return `INSERT INTO "SharedLimit" ("key", "count", "endsAtMinute")
    SELECT ${read('key', 'TEXT')}, ${read('count', 'INTEGER')}, ${read('endsAtMinute', 'INTEGER')} FROM ${dialectOf().jsonRows(1)} WHERE true ORDER BY 1
    ON CONFLICT ("key") DO UPDATE SET "count" = "SharedLimit"."count" + excluded."count"`
}

/**
 * Deletes the counts of windows that have ended.
 * @param minute minutes since 1970
 */
export async function deleteSharedCountsUntil(minute: number): Promise<void> {
  const db = await database()
  await db.sharedLimit.deleteMany({ where: { endsAtMinute: { lte: minute } } })
}
