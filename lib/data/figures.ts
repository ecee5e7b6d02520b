import 'server-only'
import type { FigureRow } from '../domain/figures'
import { applyOverrides } from '../domain/override'
import type { Mp } from '../domain/seat'
import type { Change } from '../domain/staff'
import { recordAudit } from './audit'
import { database } from './client'
import { currentOverrides } from './directory'

/** A span of days, YYYY-MM-DD, both included. */
export type Span = { from: string; to: string }

/** The counts of a span by source, day and wording. */
export async function listSourceFigures({ from, to }: Span): Promise<(FigureRow & { source: string; day: string; wording: string })[]> {
  const db = await database()
  return db.sourceTotal.findMany({ where: { day: { gte: from, lte: to } }, orderBy: [{ day: 'asc' }, { source: 'asc' }] })
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

/** Every seat with its MP as visitors see it now. */
export async function listSeatNames(now: Date): Promise<{ code: string; slug: string; name: string; nation: string; mp: Mp | null }[]> {
  const db = await database()
  const mpFields = { id: true, name: true, party: true, email: true, xHandle: true, blueskyHandle: true } as const
  const rows = await db.seat.findMany({ select: { code: true, slug: true, name: true, nation: true, member: { select: mpFields }, overrides: currentOverrides(now) } })
  return rows.map(({ member, overrides, ...seat }) => ({ ...seat, mp: applyOverrides(member, overrides) }))
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
    await recordAudit(tx, { actor, action: 'source.created', entity: 'source', entityId: link.tag, before: null, after: { label: link.label }, now })
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
    await recordAudit(tx, { actor, action: 'source.removed', entity: 'source', entityId: tag, before: link, after: null, now })
    return true
  })
}

/** What each tag has brought over all days, and the last day on which it did. */
export async function listSourceTotals(): Promise<(FigureRow & { source: string; lastDay: string })[]> {
  const db = await database()
  const rows = await db.sourceTotal.groupBy({ by: ['source', 'kind', 'channel'], _sum: { count: true }, _max: { day: true } })
  return rows.map(({ _sum, _max, ...row }) => ({ ...row, count: _sum.count ?? 0, lastDay: _max.day ?? '' }))
}
