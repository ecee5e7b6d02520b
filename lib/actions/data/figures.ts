import 'server-only'
import type { FigureRow } from '../model/figures'
import { builtInTags, otherSource } from '../model/source-tag'
import type { Change } from '../../audit/model/actor'
import { recordAudit } from '../../audit/data/entries'
import { database } from '../../shared/database/client'

/** A span of days, YYYY-MM-DD, both included. */
export type Span = { from: string; to: string }

// Of the tags that nobody gave out, which were counted by themselves once, so many are still told apart.
const mostUnknownTags = 20

/**
 * The counts of a span by source, day and wording. However many tags somebody has made up, only the few
 * that brought the most are told apart; the others are one source.
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

/** The tags that are told apart: those that were given out, the site's own, and a few that brought much. */
async function listShownTags(span: { day?: { gte: string; lte: string } }): Promise<string[]> {
  const db = await database()
  const given = (await listSourceLinks()).map(({ tag }) => tag)
  const known = ['', otherSource, ...builtInTags, ...given]
  const unknown = await db.sourceTotal.groupBy({
    by: ['source'],
    where: { ...span, source: { notIn: known } },
    orderBy: [{ _sum: { count: 'desc' } }, { source: 'asc' }],
    take: mostUnknownTags,
  })
  return [...known, ...unknown.map(({ source }) => source)]
}

/** The counts of a span by nation. */
export async function listNationFigures({ from, to }: Span): Promise<(FigureRow & { nation: string })[]> {
  const db = await database()
  const rows = await db.$queryRaw<(Omit<FigureRow, 'count'> & { nation: string; count: number | bigint })[]>`
    SELECT "Seat"."nation" AS "nation", "Journal"."kind" AS "kind", "Journal"."channel" AS "channel", sum("Journal"."count") AS "count"
    FROM "Journal" JOIN "Seat" ON "Seat"."code" = "Journal"."seatCode"
    WHERE "Journal"."day" >= ${from} AND "Journal"."day" <= ${to} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }))
}

/** The counts of every seat over all days. */
export async function listSeatTotals(): Promise<(FigureRow & { seatCode: string })[]> {
  const db = await database()
  return db.total.findMany()
}

/** The tags that staff have given out, the newest first. */
export async function listSourceLinks(): Promise<{ tag: string; label: string; createdBy: string; createdAt: Date }[]> {
  const db = await database()
  return db.sourceLink.findMany({ orderBy: [{ createdAt: 'desc' }, { tag: 'asc' }] })
}

/** Keeps a tag with its label; false when it was given out before. */
export async function writeSourceLink(link: { tag: string; label: string }, { actor, now }: Change): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    const created = await tx.$executeRaw`
      INSERT INTO "SourceLink" ("tag", "label", "createdBy", "createdAt") VALUES (${link.tag}, ${link.label}, ${actor?.id ?? ''}, ${now}) ON CONFLICT DO NOTHING`
    if (created === 0) return false
    await recordAudit(tx, {
      actor,
      action: 'source.created',
      entity: 'source',
      entityId: link.tag,
      before: null,
      after: { label: link.label },
      now,
    })
    return true
  })
}

/** Takes a tag off the list of those given out; false when it is not on it. */
export async function deleteSourceLink(tag: string, { actor, now }: Change): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    const link = await tx.sourceLink.findUnique({ where: { tag }, select: { label: true } })
    const { count } = await tx.sourceLink.deleteMany({ where: { tag } })
    if (!link || count === 0) return false
    await recordAudit(tx, {
      actor,
      action: 'source.removed',
      entity: 'source',
      entityId: tag,
      before: link,
      after: null,
      now,
    })
    return true
  })
}

/** What each tag that is told apart has brought over all days, and the last day on which it did. */
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
