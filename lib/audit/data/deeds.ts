import 'server-only'
import { database } from '../../shared/database/client'
import { isErased } from '../model/eraser'
import type { UndoneLine } from '../model/undo'
import { isChange, parseFields } from './entries'

const batchSize = 250

/**
 * A deed’s changes, the newest first. `isLast`: as in `findAudit`. Read in steps that yield to other
 * requests, because an import has thousands.
 */
export async function listDeed(deed: string): Promise<{ line: UndoneLine; isLast: boolean }[]> {
  const db = await database()
  const changes: { line: UndoneLine; isLast: boolean }[] = []
  const readBelow = (id?: number) =>
    db.auditEntry.findMany({
      where: { deed, ...(id !== undefined && { id: { lt: id } }) },
      select: { id: true, entity: true, entityId: true, before: true, after: true },
      orderBy: { id: 'desc' },
      take: batchSize,
    })
  for (let rows = await readBelow(); rows.length > 0; rows = await readBelow(rows.at(-1)?.id)) {
    const newest = await db.auditEntry.groupBy({
      by: ['entity', 'entityId'],
      where: {
        entity: { in: [...new Set(rows.map(({ entity }) => entity))] },
        entityId: { in: rows.map(({ entityId }) => entityId) },
        ...isChange,
      },
      _max: { id: true },
    })
    const last = new Set(newest.map(({ _max }) => _max.id))
    for (const { id, entityId, before, after } of rows)
      changes.push({
        line: { entityId, before: parseFields(before), after: parseFields(after) },
        isLast: last.has(id) && !isErased(before, after),
      })
  }
  return changes
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
