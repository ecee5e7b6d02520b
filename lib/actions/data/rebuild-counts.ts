import 'server-only'
import type { PrismaClient } from '../../shared/database/client'

/** A count that differs from the rows it stands for; `day` is null for the total over all days. */
export type CountDifference = {
  seatCode: string
  channel: string
  kind: string
  day: string | null
  source?: string // of the counts by source; then seatCode is ''
  wording?: string
  written: number
  actual: number
}

type Row = Omit<CountDifference, 'seatCode' | 'day' | 'written' | 'actual'> & {
  seatCode?: string
  day?: string
  written: number | bigint
  actual: number | bigint
}
type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

const seatColumns = '"seatCode", "channel", "kind"'
const dayColumns = `${seatColumns}, "day"`

// One statement sees one state of both tables, whatever is being written meanwhile.
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
const compareTotals = compare(seatColumns, 'Total', 'sum("count") AS "actual" FROM "Journal"')

/** What finds the differences; each answers with a row for each of them. */
export const comparisons: readonly string[] = [compareDays, compareTotals, compareSources]

/**
 * Compares the journal and the counts by source with the rows of actions, and the totals with the journal. What differs is
 * put right in one transaction, in which nobody else records. A server may be running meanwhile.
 * @returns what differed and is right now
 */
export async function rebuildCounts(db: PrismaClient, isPostgres: boolean): Promise<CountDifference[]> {
  const options = { maxWait: 30_000, timeout: 600_000 }
  const unlimited = async (tx: Transaction) => isPostgres && tx.$executeRawUnsafe('SET LOCAL statement_timeout = 0')
  const look = async (from: Transaction) => {
    await unlimited(from)
    return (
      (await list(from, compareDays)).length +
      (await list(from, compareTotals)).length +
      (await list(from, compareSources)).length
    )
  }
  // Not in a transaction on SQLite, which would keep everybody from recording for as long as the look takes.
  const differences = await (isPostgres ? db.$transaction(look, options) : look(db))
  if (differences === 0) return []
  return db.$transaction(async (tx) => {
    await unlimited(tx)
    // So that nobody writes between the look and the repair; on SQLite nobody does in any transaction.
    if (isPostgres)
      await tx.$executeRawUnsafe('LOCK TABLE "Action", "Journal", "Total", "SourceTotal" IN SHARE ROW EXCLUSIVE MODE')
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
    return [...days, ...totals, ...sources]
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
