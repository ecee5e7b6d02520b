import 'server-only'
import { database } from './client'

/** How many actions of one kind and channel there are. */
export type CountRow = { kind: string; channel: string; count: number }

/** Actions so far by kind and channel, to one seat or to all; those that never happened are left out. */
export async function listCounts(seatCode?: string): Promise<CountRow[]> {
  const db = await database()
  const rows = await db.total.groupBy({ by: ['kind', 'channel'], where: { seatCode }, _sum: { count: true } })
  return rows.map(({ kind, channel, _sum }) => ({ kind, channel, count: _sum.count ?? 0 }))
}

/** The number of seats to which something was opened or confirmed. */
export async function countSeatsContacted(): Promise<number> {
  const db = await database()
  const [row] = await db.$queryRawUnsafe<{ n: number | bigint }[]>(
    // A look at one row of each seat: a third of the time of counting those in all rows.
    'SELECT count(*) AS n FROM "Seat" WHERE EXISTS (SELECT 1 FROM "Total" WHERE "Total"."seatCode" = "Seat"."code" AND "Total"."count" > 0)',
  )
  return Number(row?.n ?? 0)
}
