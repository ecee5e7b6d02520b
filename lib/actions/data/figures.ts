import 'server-only'
import type { FigureRow } from '../model/figures'
import { builtInTags, otherSource } from '../model/source-tag'
import { database } from '../../shared/database/client'
import { listSourceLinks } from './source-links'

/** A range of days, YYYY-MM-DD, both inclusive. */
export type Span = { from: string; to: string }

// How many tags that staff never issued are still listed separately. Old rows have them; new ones are counted under
// `other`.
const maxUnknownTags = 20

/**
 * The counts in a range by source, day and wording. Anyone can invent a tag, so only the busiest unknown tags are
 * listed; the rest are counted as one source.
 */
export async function listSourceFigures({
  from,
  to,
}: Span): Promise<(FigureRow & { source: string; day: string; wording: string })[]> {
  const db = await database()
  const span = { day: { gte: from, lte: to } }
  const shown = await listShownTags(span)
  const [rows, folded] = await Promise.all([
    db.sourceTotal.findMany({
      where: { ...span, source: { in: shown } },
      orderBy: [{ day: 'asc' }, { source: 'asc' }],
    }),
    db.sourceTotal.groupBy({
      by: ['kind', 'channel', 'day', 'wording'],
      where: { ...span, source: { notIn: shown } },
      _sum: { count: true },
    }),
  ])
  return [...rows, ...folded.map(({ _sum, ...row }) => ({ ...row, source: otherSource, count: _sum.count ?? 0 }))]
}

/** The tags to list separately: those staff issued, the site's own, and the busiest of the rest. */
async function listShownTags(span: { day?: { gte: string; lte: string } }): Promise<string[]> {
  const db = await database()
  const given = (await listSourceLinks()).map(({ tag }) => tag)
  const known = ['', otherSource, ...builtInTags, ...given]
  const unknown = await db.sourceTotal.groupBy({
    by: ['source'],
    where: { ...span, source: { notIn: known } },
    orderBy: [{ _sum: { count: 'desc' } }, { source: 'asc' }],
    take: maxUnknownTags,
  })
  return [...known, ...unknown.map(({ source }) => source)]
}

/**
 * The counts in a range by message, and altogether: what is missing to the latter isn't known by message. `since`: the
 * first day ever of which something is; null while there is none.
 */
export async function listMessageFigures({
  from,
  to,
}: Span): Promise<{ counted: (FigureRow & { ruleId: number })[]; all: FigureRow[]; since: string | null }> {
  const db = await database()
  const sums = { where: { day: { gte: from, lte: to } }, _sum: { count: true } } as const
  const [counted, all, first] = await Promise.all([
    db.messageTotal.groupBy({ by: ['ruleId', 'kind', 'channel'], ...sums }),
    db.sourceTotal.groupBy({ by: ['kind', 'channel'], ...sums }),
    db.messageTotal.findFirst({ orderBy: { day: 'asc' }, select: { day: true } }),
  ])
  const toCount = <Row extends { _sum: { count: number | null } }>({ _sum, ...row }: Row) => ({
    ...row,
    count: _sum.count ?? 0,
  })
  return { counted: counted.map(toCount), all: all.map(toCount), since: first?.day ?? null }
}

/** The counts in a range, by nation. */
export async function listNationFigures({ from, to }: Span): Promise<(FigureRow & { nation: string })[]> {
  const db = await database()
  const rows = await db.$queryRaw<(Omit<FigureRow, 'count'> & { nation: string; count: number | bigint })[]>`
    SELECT "Seat"."nation" AS "nation", "Journal"."kind" AS "kind", "Journal"."channel" AS "channel", sum("Journal"."count") AS "count"
    FROM "Journal" JOIN "Seat" ON "Seat"."code" = "Journal"."seatCode"
    WHERE "Journal"."day" >= ${from} AND "Journal"."day" <= ${to} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }))
}

/** The all-time counts of every seat. */
export async function listSeatTotals(): Promise<(FigureRow & { seatCode: string })[]> {
  const db = await database()
  return db.total.findMany()
}

/** The all-time counts of each listed tag, and the last day it was used. */
export async function listSourceTotals(): Promise<(FigureRow & { source: string; lastDay: string })[]> {
  const db = await database()
  const shown = await listShownTags({})
  const sums = { _sum: { count: true }, _max: { day: true } } as const
  const [rows, folded] = await Promise.all([
    db.sourceTotal.groupBy({ by: ['source', 'kind', 'channel'], where: { source: { in: shown } }, ...sums }),
    db.sourceTotal.groupBy({ by: ['kind', 'channel'], where: { source: { notIn: shown } }, ...sums }),
  ])
  return [...rows, ...folded.map((row) => ({ ...row, source: otherSource }))].map(({ _sum, _max, ...row }) => ({
    ...row,
    count: _sum.count ?? 0,
    lastDay: _max.day ?? '',
  }))
}
