import 'server-only'
import { database } from '../../shared/database/client'

const shownSeats = 5

/** Constituencies in a week: those with the most messages, how many wrote for the first time, and how many never have. */
export async function countSeats(
  from: string,
  to: string,
): Promise<{ top: { name: string; slug: string; count: number }[]; fresh: number; silent: number }> {
  const db = await database()
  const opened = { kind: 'opened' }
  const [busiest, firsts, seats] = await Promise.all([
    db.journal.groupBy({
      by: ['seatCode'],
      where: { ...opened, day: { gte: from, lte: to } },
      _sum: { count: true },
      orderBy: [{ _sum: { count: 'desc' } }, { seatCode: 'asc' }],
      take: shownSeats,
    }),
    db.journal.groupBy({ by: ['seatCode'], where: opened, _min: { day: true } }),
    db.seat.findMany({ select: { code: true, name: true, slug: true } }),
  ])
  const known = new Map(seats.map((seat) => [seat.code, seat]))
  return {
    top: busiest.flatMap(({ seatCode, _sum }) => {
      const seat = known.get(seatCode)
      return seat ? [{ name: seat.name, slug: seat.slug, count: _sum.count ?? 0 }] : []
    }),
    fresh: firsts.filter(({ _min }) => (_min.day ?? '') >= from).length,
    silent: seats.length - firsts.filter(({ seatCode }) => known.has(seatCode)).length,
  }
}

/** Which of these supporters are on the wall now. */
export async function listOnWall(ids: readonly number[]): Promise<Set<number>> {
  const db = await database()
  const rows = await db.supporter.findMany({
    where: { id: { in: [...ids] }, status: 'published', archivedAt: null },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}
