import 'server-only'
import { z } from 'zod'
import { type AuditChange, type AuditEntity, type AuditFilter, type AuditLine, diffFields } from '../model/entry'
import { toUkDay } from '../../shared/model/uk-time'
import type { UndoneLine } from '../model/undo'
import { env } from '../../shared/env'
import { database, type Transaction } from '../../shared/database/client'
import { isPostgres } from '../../shared/database-url'

const fields = z.record(z.string(), z.unknown()).nullable()
const mostOnPage = 100
const mostOfOne = 200

/** Keeps a change in the log, in the transaction that makes it: `db.$transaction(async (tx) => …)`. */
export async function recordAudit(
  tx: Transaction,
  { actor, before, after, now, ...change }: AuditChange,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      ...change,
      at: now,
      day: toUkDay(now),
      actorId: actor?.id ?? null,
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
    },
    select: { id: true },
  })
}

// What public pages show.
const contentEntities = ['supporter', 'message-rule', 'directory', 'setting'] satisfies AuditEntity[]

/**
 * Something that differs after every change of what public pages show, and when counts are published. Not the newest id alone: of two
 * changes at once, the one that has the smaller id may be committed last.
 */
export async function readContentMark(): Promise<string> {
  const db = await database()
  const [rows, published] = await Promise.all([
    db.auditEntry.findMany({
      where: { entity: { in: contentEntities } },
      select: { id: true },
      orderBy: { id: 'desc' },
      take: 20,
    }),
    db.publication.findFirst({ select: { asOf: true }, orderBy: { asOf: 'desc' } }),
  ])
  return `${published?.asOf.getTime() ?? ''} ${rows.map(({ id }) => id).join()}`
}

// Who signs in changes nothing of themselves.
const isChange = { action: { not: 'staff.signed-in' } }

/** A change as it is kept; null when there is no such change. `isLast`: nothing has changed that row since. */
export async function findAudit(
  id: number,
): Promise<{ entity: string; action: string; line: UndoneLine; isLast: boolean } | null> {
  const db = await database()
  const row = await db.auditEntry.findUnique({
    where: { id },
    select: { entity: true, entityId: true, action: true, before: true, after: true },
  })
  if (!row) return null
  const { entity, entityId, action, before, after } = row
  const later = await db.auditEntry.count({ where: { entity, entityId, id: { gt: id }, ...isChange } })
  return {
    entity,
    action,
    line: { entityId, before: parseFields(before), after: parseFields(after) },
    isLast: later === 0,
  }
}

/**
 * Keeps many changes of one kind of thing in the log, in the transaction that makes them, by one
 * statement: Prisma's createMany takes ten times as long, and visitors' counts wait for it.
 */
export async function recordAudits(
  tx: Transaction,
  lines: readonly Pick<AuditChange, 'action' | 'entityId' | 'before' | 'after'>[],
  { actor, entity, now }: Pick<AuditChange, 'actor' | 'entity' | 'now'>,
): Promise<void> {
  const rows = lines.map(({ before, after, ...line }) => ({
    ...line,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
  }))
  const [at, day, who, what, given] = isPostgres(env.DATABASE_URL)
    ? ['$1::timestamp', '$2', '$3', '$4', 'jsonb_array_elements($5::jsonb) AS "given"("value")']
    : ['?', '?', '?', '?', 'json_each(?) AS "given"']
  const columns = ['action', 'entityId', 'before', 'after']
  await tx.$executeRawUnsafe(
    `INSERT INTO "AuditEntry" ("at", "day", "actorId", "entity", ${columns.map((column) => `"${column}"`).join(', ')})
     SELECT ${[at, day, who, what, ...columns.map((column) => `"given"."value" ->> '${column}'`)].join(', ')} FROM ${given}`,
    now,
    toUkDay(now),
    actor?.id ?? null,
    entity,
    JSON.stringify(rows),
  )
}

/**
 * The newest changes that fit, newest first, at most 100. `older`: the id before which there are more.
 * @param before only those older than the one with this id
 */
export async function listAudit(
  { person, entity, day }: AuditFilter,
  before?: number,
): Promise<{ lines: AuditLine[]; older: number | null }> {
  const db = await database()
  const found = await db.auditEntry.findMany({
    where: {
      ...(person && { actorId: person === 'command-line' ? null : person }),
      ...(entity && { entity }),
      ...(day && { day }),
      ...(before !== undefined && { id: { lt: before } }),
    },
    select: {
      id: true,
      at: true,
      action: true,
      entity: true,
      entityId: true,
      before: true,
      after: true,
      actor: { select: { name: true } },
    },
    orderBy: { id: 'desc' },
    take: mostOnPage + 1,
  })
  const rows = found.slice(0, mostOnPage)
  const idsOf = (entity: AuditEntity) => rows.flatMap((row) => (row.entity === entity ? row.entityId : []))
  const [latest, people, rules] = await Promise.all([
    db.auditEntry.groupBy({
      by: ['entity', 'entityId'],
      where: { entityId: { in: [...new Set(rows.map(({ entityId }) => entityId))] }, ...isChange },
      _max: { id: true },
    }),
    db.user.findMany({ where: { id: { in: idsOf('staff') } }, select: { id: true, name: true } }),
    db.messageRule.findMany({
      where: { id: { in: idsOf('message-rule').map(Number).filter(Number.isSafeInteger) } },
      select: { id: true, name: true },
    }),
  ])
  const lastIds = new Set(latest.map(({ _max }) => _max.id))
  const names = new Map<string, string>([
    ...people.map(({ id, name }) => [`staff ${id}`, name] as const),
    ...rules.map(({ id, name }) => [`message-rule ${id}`, `“${name}”`] as const),
  ])
  const lines = rows.map(({ actor, ...row }) => {
    const [before, after] = [parseFields(row.before), parseFields(row.after)]
    const { id, at, action, entity, entityId } = row
    const named = names.get(`${entity} ${entityId}`) ?? after?.name ?? before?.name
    return {
      id,
      at,
      action,
      entity,
      entityId,
      isLast: lastIds.has(id),
      actor: actor?.name ?? null,
      entityName: typeof named === 'string' ? named : null,
      fields: diffFields(before, after),
    }
  })
  return { lines, older: found.length > rows.length ? (rows.at(-1)?.id ?? null) : null }
}

/** An entry of the log on one thing, whole. `actor` is a name, null for the command line. */
export type AuditedChange = {
  id: number
  at: Date
  actor: string | null
  action: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/**
 * What has happened to one thing, newest first.
 * @param options only entries after the one with the id `after`, and at most so many
 */
export async function listAuditOf(
  entity: AuditEntity,
  entityId: string,
  { after = 0, most = mostOfOne }: { after?: number; most?: number } = {},
): Promise<AuditedChange[]> {
  const db = await database()
  const rows = await db.auditEntry.findMany({
    where: { entity, entityId, id: { gt: after } },
    select: { id: true, at: true, action: true, before: true, after: true, actor: { select: { name: true } } },
    orderBy: { id: 'desc' },
    take: most,
  })
  return rows.map(({ actor, before, after, ...row }) => ({
    ...row,
    actor: actor?.name ?? null,
    before: parseFields(before),
    after: parseFields(after),
  }))
}

function parseFields(json: string | null) {
  return json === null ? null : fields.parse(JSON.parse(json))
}
