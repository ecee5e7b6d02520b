import 'server-only'
import { database } from '../../shared/database/client'
import { cancelOut, type UndoneLine } from '../model/undo'
import { findAsLeft, isChange } from './as-left'
import { parseFields } from './entries'

const batchSize = 250

/** A change that can be looked at to undo it. `isAsLeft`: as in `AuditLine`. */
export type LoggedChange = {
  id: number
  entity: string
  action: string
  deed: string | null
  line: UndoneLine
  isAsLeft: boolean
}

const selected = {
  id: true,
  entity: true,
  entityId: true,
  action: true,
  deed: true,
  before: true,
  after: true,
} as const

type Row = Pick<LoggedChange, 'id' | 'entity' | 'action' | 'deed'> & {
  entityId: string
  before: string | null
  after: string | null
}

/** A change as recorded; null if there is none with this id. */
export async function findAudit(id: number): Promise<LoggedChange | null> {
  const db = await database()
  const row = await db.auditEntry.findUnique({ where: { id }, select: selected })
  return row && toLogged(row, await findAsLeft([row]))
}

/** A deed’s changes, the newest first. Read in steps that yield to other requests, because an import has thousands. */
export async function listDeed(deed: string): Promise<LoggedChange[]> {
  const db = await database()
  const changes: LoggedChange[] = []
  const readBelow = (id?: number) =>
    db.auditEntry.findMany({
      where: { deed, ...(id !== undefined && { id: { lt: id } }) },
      select: selected,
      orderBy: { id: 'desc' },
      take: batchSize,
    })
  for (let rows = await readBelow(); rows.length > 0; rows = await readBelow(rows.at(-1)?.id)) {
    const asLeft = await findAsLeft(rows)
    changes.push(...rows.map((row) => toLogged(row, asLeft)))
  }
  return changes
}

function toLogged({ entityId, before, after, ...row }: Row, asLeft: ReadonlySet<number>): LoggedChange {
  return {
    ...row,
    line: { entityId, before: parseFields(before), after: parseFields(after) },
    isAsLeft: asLeft.has(row.id),
  }
}

/**
 * The newest change to a row since one of its changes, but for those that were undone; null for none. Where nothing is
 * left of them, it is the newest to anything of that kind: the order of messages, say, depends on all of them.
 */
export async function findSince({ id, entity, line }: LoggedChange): Promise<number | null> {
  const db = await database()
  const select = { id: true, undoes: true } as const
  const where = { id: { gt: id }, entity, ...isChange }
  const orderBy = { id: 'desc' } as const
  const ofRow = await db.auditEntry.findMany({ where: { ...where, entityId: line.entityId }, select, orderBy })
  const since = cancelOut(ofRow)[0] ?? (await db.auditEntry.findFirst({ where, select, orderBy }))
  return since?.id ?? null
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
