import 'server-only'
import { database } from './client'
import { listMigrations } from './migrate'
import { dialectOf } from './dialect'
import { lockRows } from './lock'

/** Writes the time and reads it back; throws when either fails. */
export async function touchDatabase(now: Date): Promise<void> {
  const db = await database()
  await db.lock.upsert({
    where: { id: lockRows.health },
    create: { id: lockRows.health, at: now },
    update: { at: now },
  })
  const row = await db.lock.findUniqueOrThrow({ where: { id: lockRows.health }, select: { at: true } })
  if (Number.isNaN(row.at.getTime())) throw new Error('the time could not be read back')
}

/** How many of this version's migrations the database has, and how many exist. */
export async function countMigrations(): Promise<{ applied: number; known: number }> {
  const known = await listMigrations(dialectOf().provider)
  const db = await database()
  const [row] = await db.$queryRawUnsafe<{ n: number | bigint }[]>(
    'SELECT count(*) AS n FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return { applied: Number(row?.n ?? 0), known: known.length }
}
