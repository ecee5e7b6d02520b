import 'server-only'
import { database } from '../../shared/database/client'

/** The latest publication since an instant, as stored; null when there is none. */
export async function findPublication(since: Date): Promise<{ asOf: Date; counts: string } | null> {
  const db = await database()
  return db.publication.findFirst({ where: { asOf: { gte: since } }, orderBy: { asOf: 'desc' } })
}

/**
 * Replaces older publications, unless another process got there first.
 * @returns the publication now in force
 */
export async function writePublication(fresh: { asOf: Date; counts: string }): Promise<{ asOf: Date; counts: string }> {
  const db = await database()
  await db.$executeRaw`INSERT INTO "Publication" ("asOf", "counts") VALUES (${fresh.asOf}, ${fresh.counts}) ON CONFLICT DO NOTHING`
  await db.publication.deleteMany({ where: { asOf: { lt: fresh.asOf } } })
  return db.publication.findUniqueOrThrow({ where: { asOf: fresh.asOf } })
}

/**
 * One of the site's permanent secrets, the same in every process.
 * @param fresh a random text, stored when the secret doesn't exist yet
 */
export async function getSecret(name: string, fresh: string): Promise<string> {
  const db = await database()
  const find = { where: { name }, select: { value: true } } as const
  const row = await db.secret.findUnique(find)
  if (row) return row.value
  // Does nothing when another process got there first, where Prisma's upsert would fail.
  await db.$executeRaw`INSERT INTO "Secret" ("name", "value") VALUES (${name}, ${fresh}) ON CONFLICT DO NOTHING`
  return (await db.secret.findUniqueOrThrow(find)).value
}
