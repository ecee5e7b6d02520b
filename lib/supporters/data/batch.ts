import 'server-only'
import { typeRules } from '../model/field-types'
import { fieldNames, type SupporterField, supporterFields, type SupporterValues } from '../model/fields'
import { database, type Transaction } from '../../shared/database/client'
import { dialectOf } from '../../shared/database/dialect'
import { lock } from '../../shared/database/lock'

/** Rows per statement: SQLite blocks the event loop for the length of a statement, here about 15 ms. */
export const batchSize = 250

/**
 * Changes supporters in one transaction under the supporters' lock, so what it reads stays true until it
 * commits, and concurrent changes can't deadlock on rows.
 */
export async function changeSupporters<Answer>(change: (tx: Transaction) => Promise<Answer>): Promise<Answer> {
  const db = await database()
  return db.$transaction(
    async (tx) => {
      await lock(tx, 'supporters')
      return change(tx)
    },
    { timeout: 60_000, maxWait: 30_000 },
  )
}

/** Splits a list into batches of one statement each. */
export function toBatches<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / batchSize) }, (_none, index) =>
    items.slice(index * batchSize, (index + 1) * batchSize),
  )
}

/** Increments rows' versions; on PostgreSQL this also locks the rows until the transaction ends. */
export async function raiseVersions(tx: Transaction, ids: number[], now: Date): Promise<void> {
  await tx.supporter.updateMany({ where: { id: { in: ids } }, data: { version: { increment: 1 }, updatedAt: now } })
}

// Rows are passed as one JSON string, which both databases can unpack, with casts because JSON carries no column
// types. Prisma has no such update, and its createMany takes ten times as long, while visitors' counts wait for the
// lock it holds.
const read = (field: SupporterField) => {
  const { column } = typeRules[supporterFields[field].type]
  const type = typeof column === 'string' ? column : dialectOf().enumType(column.enum)
  return `CAST("given"."value" ->> '${field}' AS ${type})`
}

/**
 * Inserts rows in one statement.
 * @returns their ids
 */
export async function insertRows(tx: Transaction, rows: readonly SupporterValues[], now: Date): Promise<number[]> {
  const newest = await tx.supporter.aggregate({ _max: { id: true } })
  const { instant, jsonRows } = dialectOf()
  await tx.$executeRawUnsafe(
    `INSERT INTO "Supporter" (${fieldNames.map((field) => `"${field}"`).join(', ')}, "createdAt", "updatedAt")
     SELECT ${fieldNames.map(read).join(', ')}, ${instant(1)}, ${instant(2)} FROM ${jsonRows(3)}`,
    now,
    now,
    JSON.stringify(rows),
  )
  const added = await tx.supporter.findMany({
    where: { id: { gt: newest._max.id ?? 0 } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return added.map(({ id }) => id)
}

/** Updates fields of many rows in one statement. */
export async function writeFields<Field extends SupporterField>(
  tx: Transaction,
  fields: readonly Field[],
  rows: readonly ({ id: number } & Pick<SupporterValues, Field>)[],
): Promise<void> {
  const assignments = fields.map((field) => `"${field}" = ${read(field)}`)
  await tx.$executeRawUnsafe(
    `UPDATE "Supporter" SET ${assignments.join(', ')} FROM ${dialectOf().jsonRows(1)} WHERE "Supporter"."id" = CAST("given"."value" ->> 'id' AS INTEGER)`,
    JSON.stringify(rows),
  )
}
