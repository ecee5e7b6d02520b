import 'server-only'
import type { PrismaClient, Transaction } from '../../shared/database/client'
import { dialectOf } from '../../shared/database/dialect'

/** A count that differs from the rows it was counted from; `day` is null for an all-time total. */
export type CountDifference = {
  seatCode: string
  channel: string
  kind: string
  day: string | null
  source?: string // for a count by source; seatCode is then ''
  wording?: string
  ruleId?: number // for a count by message
  written: number
  actual: number
}

type Row = Omit<CountDifference, 'seatCode' | 'day' | 'written' | 'actual'> & {
  seatCode?: string
  day?: string
  written: number | bigint
  actual: number | bigint
}

const seatColumns = '"seatCode", "channel", "kind"'
const dayColumns = `${seatColumns}, "day"`

// A single statement sees both tables in the same state, even while others write.
const compare = (columns: string, table: string, truth: string) => `
SELECT ${columns}, sum("written") AS "written", sum("actual") AS "actual" FROM (
  SELECT ${columns}, 0 AS "written", ${truth} GROUP BY ${columns}
  UNION ALL
  SELECT ${columns}, "count" AS "written", 0 AS "actual" FROM "${table}"
) AS compared GROUP BY ${columns} HAVING sum("written") <> sum("actual") ORDER BY ${columns}`
const compareDays = compare(dayColumns, 'Journal', 'count(*) AS "actual" FROM "Action"')
const sourceColumns = '"source", "kind", "channel", "day", "wording"'
const bySource = `(SELECT coalesce("source", '') AS "source", "kind", "channel", "day",
  CASE WHEN "isPersonal" THEN 'own' WHEN NOT "isPersonal" THEN 'ours' ELSE '' END AS "wording" FROM "Action") AS tagged`
const compareSources = compare(sourceColumns, 'SourceTotal', `count(*) AS "actual" FROM ${bySource}`)
const messageColumns = '"day", "ruleId", "kind", "channel"'
const compareMessages = compare(
  messageColumns,
  'MessageTotal',
  'count(*) AS "actual" FROM "Action" WHERE "ruleId" IS NOT NULL',
)
const compareTotals = compare(seatColumns, 'Total', 'sum("count") AS "actual" FROM "Journal"')

/** The queries that find differences; each returns one row per difference. */
export const comparisons: readonly string[] = [compareDays, compareTotals, compareSources, compareMessages]

/**
 * Compares the journal and the counts by source and by message with the actions, and the totals with the journal, and corrects any
 * differences in one transaction that blocks recording. Safe while a server is running.
 * @returns the differences it corrected
 */
export async function rebuildCounts(db: PrismaClient): Promise<CountDifference[]> {
  const dialect = dialectOf()
  const options = { maxWait: 30_000, timeout: 600_000 }
  const look = async (from: Transaction) => {
    await dialect.liftTimeLimit(from)
    let found = 0
    for (const comparison of comparisons) found += (await list(from, comparison)).length
    return found
  }
  // Outside a transaction on SQLite, where it would block all recording for as long as the comparison takes.
  const differences = await (dialect.provider === 'postgresql' ? db.$transaction(look, options) : look(db))
  if (differences === 0) return []
  return db.$transaction(async (tx) => {
    await dialect.liftTimeLimit(tx)
    // Blocks writes between comparing and correcting; on SQLite every transaction does (BEGIN IMMEDIATE).
    await dialect.lockTables(tx, ['Action', 'Journal', 'Total', 'SourceTotal', 'MessageTotal'])
    const days = await list(tx, compareDays)
    for (const { seatCode, channel, kind, day, actual } of days) {
      if (day === null) continue
      await tx.journal.deleteMany({ where: { seatCode, channel, kind, day } })
      if (actual > 0) await tx.journal.create({ data: { seatCode, channel, kind, day, count: actual } })
    }
    const totals = await list(tx, compareTotals)
    for (const { seatCode, channel, kind, actual } of totals) {
      await tx.total.deleteMany({ where: { seatCode, channel, kind } })
      if (actual > 0) await tx.total.create({ data: { seatCode, channel, kind, count: actual } })
    }
    const sources = await list(tx, compareSources)
    for (const { source = '', kind, channel, day, wording = '', actual } of sources) {
      if (day === null) continue
      await tx.sourceTotal.deleteMany({ where: { source, kind, channel, day, wording } })
      if (actual > 0) await tx.sourceTotal.create({ data: { source, kind, channel, day, wording, count: actual } })
    }
    const messages = await list(tx, compareMessages)
    for (const { ruleId = 0, kind, channel, day, actual } of messages) {
      if (day === null) continue
      await tx.messageTotal.deleteMany({ where: { ruleId, kind, channel, day } })
      if (actual > 0) await tx.messageTotal.create({ data: { ruleId, kind, channel, day, count: actual } })
    }
    return [...days, ...totals, ...sources, ...messages]
  }, options)
}

async function list(tx: Transaction, statement: string): Promise<CountDifference[]> {
  const rows = await tx.$queryRawUnsafe<Row[]>(statement)
  return rows.map(({ seatCode = '', day = null, written, actual, ...rest }) => ({
    ...rest,
    seatCode,
    day,
    written: Number(written),
    actual: Number(actual),
  }))
}
