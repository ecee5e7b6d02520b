import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type AuditChange, type AuditEntity, type AuditFilter, type AuditLine, diffFields } from '../model/entry'
import { toUkDay } from '../../shared/model/uk-time'
import { findAsLeft } from './as-left'
import { database, type Transaction } from '../../shared/database/client'
import { dialectOf } from '../../shared/database/dialect'

const fields = z.record(z.string(), z.unknown()).nullable()
const maxOnPage = 100
const maxOfOne = 200

/**
 * Adds a change to the log, in the transaction that makes it: `db.$transaction(async (tx) => …)`.
 * @param deed from `startDeed`, where several changes are one deed
 */
export async function recordAudit(
  tx: Transaction,
  { actor, before, after, now, undoing, ...change }: AuditChange,
  deed: string | null = null,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      ...change,
      deed,
      undoes: undoing?.get(change.entityId) ?? null,
      at: now,
      day: toUkDay(now),
      actorId: actor?.id ?? null,
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
    },
    select: { id: true },
  })
}

/** An id for several changes that are one deed; null for one change alone. @param changes how many there are */
export function startDeed(changes: number): string | null {
  return changes > 1 ? randomUUID() : null
}

// Changes to these can change public pages.
const contentEntities = [
  'supporter',
  'message-rule',
  'directory',
  'setting',
  'text',
  'letters',
  'erasure',
] satisfies AuditEntity[]

/**
 * A version mark that changes with every change to public pages and whenever counts are published. The newest id
 * alone won’t do: of two concurrent changes, the one with the smaller id may commit last.
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

/**
 * Adds many changes to one kind of entity to the log, in the transaction that makes them. One SQL statement, because
 * Prisma’s createMany takes ten times as long, and visitors’ counts wait for it.
 * @param about `deed` from `startDeed`, the same for all that was done at once
 */
export async function recordAudits(
  tx: Transaction,
  lines: readonly Pick<AuditChange, 'action' | 'entityId' | 'before' | 'after'>[],
  {
    actor,
    entity,
    now,
    undoing,
    deed: deedId,
  }: Pick<AuditChange, 'actor' | 'entity' | 'now' | 'undoing'> & { deed: string | null },
): Promise<void> {
  const rows = lines.map(({ before, after, ...line }) => ({
    ...line,
    undoes: undoing?.get(line.entityId) ?? null,
    before: before && JSON.stringify(before),
    after: after && JSON.stringify(after),
  }))
  const { instant, parameter, jsonRows } = dialectOf()
  const [at, day, who, what, deed, given] = [
    instant(1),
    parameter(2),
    parameter(3),
    parameter(4),
    parameter(5),
    jsonRows(6),
  ]
  const columns = ['action', 'entityId', 'before', 'after']
  const values = columns.map((column) => `"given"."value" ->> '${column}'`)
  const undoes = `CAST("given"."value" ->> 'undoes' AS INTEGER)`
  await tx.$executeRawUnsafe(
    `INSERT INTO "AuditEntry" ("at", "day", "actorId", "entity", "deed", ${columns.map((column) => `"${column}"`).join(', ')}, "undoes")
     SELECT ${[at, day, who, what, deed, ...values, undoes].join(', ')} FROM ${given}`,
    now,
    toUkDay(now),
    actor?.id ?? null,
    entity,
    deedId,
    JSON.stringify(rows),
  )
}

/**
 * The newest changes that match, newest first, at most 100. `older`: the id to pass as `before` for the next page.
 * @param before only changes older than the one with this id
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
      deed: true,
      undoes: true,
      actor: { select: { name: true } },
    },
    orderBy: { id: 'desc' },
    take: maxOnPage + 1,
  })
  const rows = found.slice(0, maxOnPage)
  const idsOf = (entity: AuditEntity) => rows.flatMap((row) => (row.entity === entity ? row.entityId : []))
  const [asLeft, people, rules] = await Promise.all([
    findAsLeft(rows),
    db.user.findMany({ where: { id: { in: idsOf('staff') } }, select: { id: true, name: true } }),
    db.messageRule.findMany({
      where: { id: { in: idsOf('message-rule').map(Number).filter(Number.isSafeInteger) } },
      select: { id: true, name: true },
    }),
  ])
  const names = new Map<string, string>([
    ...people.map(({ id, name }) => [`staff ${id}`, name] as const),
    ...rules.map(({ id, name }) => [`message-rule ${id}`, `“${name}”`] as const),
  ])
  const lines = rows.map(({ actor, ...row }) => {
    const [before, after] = [parseFields(row.before), parseFields(row.after)]
    const { id, at, action, entity, entityId } = row
    const named = names.get(`${entity} ${entityId}`) ?? findName(after) ?? findName(before)
    return {
      id,
      at,
      action,
      entity,
      entityId,
      undoes: row.undoes,
      isAsLeft: asLeft.has(id),
      actor: actor?.name ?? null,
      deed: row.deed,
      entityName: typeof named === 'string' ? named : null,
      fields: diffFields(before, after),
    }
  })
  return { lines, older: found.length > rows.length ? (rows.at(-1)?.id ?? null) : null }
}

// Of a message that is gone, the fields of what it said; of a link for a partner, who it is for.
function findName(fields: Record<string, unknown> | null): unknown {
  return fields?.name ?? fields?.['published.name'] ?? fields?.['draft.name'] ?? fields?.label
}

/** A full log entry about one entity. `actor` is a name, or null for the command line. */
export type AuditedChange = {
  id: number
  at: Date
  actor: string | null
  action: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/**
 * The history of one entity, newest first.
 * @param options only entries newer than the id `after`, and at most `max` of them
 */
export async function listAuditOf(
  entity: AuditEntity,
  entityId: string,
  { after = 0, max = maxOfOne }: { after?: number; max?: number } = {},
): Promise<AuditedChange[]> {
  const db = await database()
  const rows = await db.auditEntry.findMany({
    where: { entity, entityId, id: { gt: after } },
    select: { id: true, at: true, action: true, before: true, after: true, actor: { select: { name: true } } },
    orderBy: { id: 'desc' },
    take: max,
  })
  return rows.map(({ actor, before, after, ...row }) => ({
    ...row,
    actor: actor?.name ?? null,
    before: parseFields(before),
    after: parseFields(after),
  }))
}

/** What a row was, from its JSON in the log. */
export function parseFields(json: string | null): Record<string, unknown> | null {
  return json === null ? null : fields.parse(JSON.parse(json))
}
