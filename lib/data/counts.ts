import 'server-only'
import type { ActionKind } from '../domain/action'
import { database } from './client'

/** How many actions of one kind and channel there are. */
export type CountRow = { kind: string; channel: string; count: number }

/** Actions of one kind so far, to one seat or to all. Kinds are never added up. */
export async function countActions(kind: ActionKind, seatCode?: string): Promise<number> {
  const db = await database()
  const { _sum } = await db.total.aggregate({ where: { kind, seatCode }, _sum: { count: true } })
  return _sum.count ?? 0
}

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
    'SELECT count(DISTINCT "seatCode") AS n FROM "Total" WHERE "count" > 0',
  )
  return Number(row?.n ?? 0)
}
