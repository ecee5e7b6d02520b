import 'server-only'
import Database from 'better-sqlite3'
import { setTimeout } from 'node:timers/promises'
import { env } from '../env'
import { database } from './client'
import { cutLog } from './cut-log'
import { findSqliteFile } from './dialect'

// Whether this process has seen to it that no deleted salt is left in SQLite's log: its own, or one of a process that
// ended too soon. Kept on globalThis: pages, actions and the server's own timers are loaded apart.
const held: typeof globalThis & { stableFuturesSaltsErased?: boolean } = globalThis
const eraseTries = 200
const erasePauseMs = 5

/**
 * The salt of a day, the same in every process that shares the database. It is in no memory longer
 * than a request takes, so that deleting its row is the end of it.
 * @param day YYYY-MM-DD
 * @param fresh a random text that becomes the salt if the day has none yet
 */
export async function getDaySalt(day: string, fresh: string): Promise<string> {
  const db = await database()
  const find = { where: { day }, select: { salt: true } } as const
  const row = await db.daySalt.findUnique(find)
  if (row) return row.salt
  await deleteSaltsBefore(day)
  // Changes nothing when another request was quicker; Prisma's upsert would fail then.
  await db.$executeRaw`INSERT INTO "DaySalt" ("day", "salt") VALUES (${day}, ${fresh}) ON CONFLICT DO NOTHING`
  return (await db.daySalt.findUniqueOrThrow(find)).salt
}

/** Throws away the salts of earlier days, and with them the way to test a guess about a visitor. */
export async function deleteSaltsBefore(day: string): Promise<void> {
  const db = await database()
  const earlier = { where: { day: { lt: day } } }
  if (findSqliteFile(env.DATABASE_URL) !== null) {
    const { count } = await db.daySalt.deleteMany(earlier)
    if (count > 0) held.stableFuturesSaltsErased = false
    return
  }
  if ((await db.daySalt.count(earlier)) === 0) return
  // A deleted row stays in the table's file. TRUNCATE begins a new file and cuts the old one to nothing.
  await db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('LOCK TABLE "DaySalt" IN ACCESS EXCLUSIVE MODE')
    const later = await tx.daySalt.findMany({ where: { day: { gte: day } } })
    await tx.$executeRawUnsafe('TRUNCATE TABLE "DaySalt"')
    await tx.daySalt.createMany({ data: later })
  })
}

/**
 * Takes deleted salts from the disk. In an SQLite file they are overwritten when they are deleted (`secure_delete`,
 * see sqlite-adapter.ts), once its log is written into it; the log is then cut to nothing, which has to wait until nobody
 * reads from it. On PostgreSQL there is nothing left to do.
 * @returns false when somebody is reading still: try again
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
