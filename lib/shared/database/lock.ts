import 'server-only'
import type { Transaction } from './client'

/** What the rows of Heartbeat stand for. */
export const heartbeats = {
  directory: 0,
  health: 1,
  people: 2,
  sync: 3,
  settings: 4,
  messages: 5,
  supporters: 6,
} as const

/**
 * Takes a turn in a transaction, by a write, before it reads anything: whoever wants the same turn waits
 * here until this one is over, on both databases and from any process, and then sees what it wrote.
 */
export async function takeTurn(
  tx: Transaction,
  turn: 'directory' | 'people' | 'settings' | 'messages' | 'supporters',
): Promise<void> {
  const at = new Date()
  await tx.heartbeat.upsert({ where: { id: heartbeats[turn] }, create: { id: heartbeats[turn], at }, update: { at } })
}
