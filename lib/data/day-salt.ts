import 'server-only'
import { database } from './client'

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
  await db.daySalt.deleteMany({ where: { day: { lt: day } } })
}
