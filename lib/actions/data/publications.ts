import 'server-only'
import { database } from '../../shared/database/client'

/** The newest publication from an instant on, as it is kept; null when there is none. */
export async function findPublication(since: Date): Promise<{ asOf: Date; counts: string } | null> {
  const db = await database()
  return db.publication.findFirst({ where: { asOf: { gte: since } }, orderBy: { asOf: 'desc' } })
}

/** Keeps a publication in place of older ones, unless another process was quicker. @returns the one that holds */
export async function writePublication(fresh: { asOf: Date; counts: string }): Promise<{ asOf: Date; counts: string }> {
  const db = await database()
  await db.$executeRaw`INSERT INTO "Publication" ("asOf", "counts") VALUES (${fresh.asOf}, ${fresh.counts}) ON CONFLICT DO NOTHING`
  await db.publication.deleteMany({ where: { asOf: { lt: fresh.asOf } } })
  return db.publication.findUniqueOrThrow({ where: { asOf: fresh.asOf } })
}

/** A secret of the site, the same in every process for ever. @param fresh a random text that becomes it if there is none yet */
export async function getSecret(name: string, fresh: string): Promise<string> {
  const db = await database()
  const find = { where: { name }, select: { value: true } } as const
  const row = await db.secret.findUnique(find)
  if (row) return row.value
  // Changes nothing when another process was quicker; Prisma's upsert would fail then.
  await db.$executeRaw`INSERT INTO "Secret" ("name", "value") VALUES (${name}, ${fresh}) ON CONFLICT DO NOTHING`
  return (await db.secret.findUniqueOrThrow(find)).value
}
