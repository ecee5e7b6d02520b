import 'server-only'
import type { Channel } from '../domain/channel'
import { database } from './client'

/** Keeps one hand-off. `day` is YYYY-MM-DD. */
export async function createAction(action: { seatCode: string; channel: Channel; day: string }): Promise<void> {
  const db = await database()
  await db.action.create({ data: action, select: { id: true } })
}

/** The number of hand-offs so far, to one seat or to all. */
export async function countActions(seatCode?: string): Promise<number> {
  const db = await database()
  return db.action.count({ where: seatCode ? { seatCode } : {} })
}
