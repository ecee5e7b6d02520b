import 'server-only'
import { database } from '../../shared/database/client'
import { isChange } from './entries'

/** The ids of a deed's changes, the newest first. */
export async function listDeed(deed: string): Promise<number[]> {
  const db = await database()
  const rows = await db.auditEntry.findMany({ where: { deed }, select: { id: true }, orderBy: { id: 'desc' } })
  return rows.map(({ id }) => id)
}

/** How many changes each of these deeds has. */
export async function measureDeeds(deeds: readonly string[]): Promise<Map<string, number>> {
  const db = await database()
  const rows = await db.auditEntry.groupBy({
    by: ['deed'],
    where: { deed: { in: [...deeds] } },
    _count: { _all: true },
  })
  return new Map(rows.map(({ deed, _count }) => [deed ?? '', _count._all]))
}

/** The newest change that somebody has made since an instant; null for none. Signing in is none. */
export async function findLatestChange(actorId: string, since: Date): Promise<number | null> {
  const db = await database()
  const row = await db.auditEntry.findFirst({
    where: { actorId, at: { gte: since }, ...isChange },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return row?.id ?? null
}
