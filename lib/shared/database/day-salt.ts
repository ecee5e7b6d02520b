import 'server-only'
import Database from 'better-sqlite3'
import { setTimeout } from 'node:timers/promises'
import { env } from '../env'
import { database } from './client'
import { cutLog } from './cut-log'
import { findSqliteFile } from './dialect'

// Whether this process has made sure that SQLite's log holds no deleted salts, its own or those of a process
// that crashed. On globalThis: pages, actions and the server's timers load this module separately.
const held: typeof globalThis & { stableFuturesSaltsErased?: boolean } = globalThis
const eraseTries = 200
const erasePauseMs = 5

/**
 * A day's salt, the same in every process on the database. Held in memory only for the length of a request, so
 * deleting its row destroys it.
 * @param day YYYY-MM-DD
 * @param fresh a random string that becomes the salt if the day has none yet
 */
export async function getDaySalt(day: string, fresh: string): Promise<string> {
  const db = await database()
  const find = { where: { day }, select: { salt: true } } as const
  const row = await db.daySalt.findUnique(find)
  if (row) return row.salt
  await deleteSaltsBefore(day)
  // Does nothing when another request got there first, where Prisma's upsert would fail.
  await db.$executeRaw`INSERT INTO "DaySalt" ("day", "salt") VALUES (${day}, ${fresh}) ON CONFLICT DO NOTHING`
  return (await db.daySalt.findUniqueOrThrow(find)).salt
}

/** Deletes the salts of earlier days, and with them the only way to test a guess about a visitor. */
export async function deleteSaltsBefore(day: string): Promise<void> {
  const db = await database()
  const earlier = { where: { day: { lt: day } } }
  if (findSqliteFile(env.DATABASE_URL) !== null) {
    const { count } = await db.daySalt.deleteMany(earlier)
    if (count > 0) held.stableFuturesSaltsErased = false
    return
  }
  if ((await db.daySalt.count(earlier)) === 0) return
  // DELETE would leave the row in the table's file. TRUNCATE starts a new file and empties the old one.
  await db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('LOCK TABLE "DaySalt" IN ACCESS EXCLUSIVE MODE')
    const later = await tx.daySalt.findMany({ where: { day: { gte: day } } })
    await tx.$executeRawUnsafe('TRUNCATE TABLE "DaySalt"')
    await tx.daySalt.createMany({ data: later })
  })
}

/**
 * Erases deleted salts from the disk. SQLite overwrites them on deletion (`secure_delete`, see
 * sqlite-adapter.ts), but its log has to be checkpointed and truncated too, which is impossible while anything
 * reads from it. On PostgreSQL there is nothing left to do.
 * @returns false when something is still reading: try again
 */
export async function eraseDeletedSalts(): Promise<boolean> {
  const file = findSqliteFile(env.DATABASE_URL)
  if (file === null || held.stableFuturesSaltsErased) return true
  const db = new Database(file, { timeout: 0, fileMustExist: true })
  try {
    for (let left = eraseTries; left > 0; left--) {
      held.stableFuturesSaltsErased = cutLog(db)
      if (held.stableFuturesSaltsErased) return true
      await setTimeout(erasePauseMs)
    }
    return false
  } finally {
    db.close()
  }
}
