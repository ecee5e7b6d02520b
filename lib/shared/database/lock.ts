import 'server-only'
import type { Transaction } from './client'

/**
 * The row of Lock behind each name. The numbers must never change: another version of the site may be running
 * on the same database.
 */
export const lockRows = {
  directory: 0,
  health: 1,
  people: 2,
  sync: 3,
  settings: 4,
  messages: 5,
  supporters: 6,
  texts: 7,
} as const

/** What only one transaction may change at a time. */
export type LockName = 'directory' | 'people' | 'settings' | 'messages' | 'supporters' | 'texts'

/**
 * Takes a lock until the transaction ends. Call it before the transaction reads anything: it writes a row, so
 * on both databases and across processes, others wanting the lock wait here and then see what was written.
 */
export async function lock(tx: Transaction, name: LockName): Promise<void> {
  const at = new Date()
  await tx.lock.upsert({ where: { id: lockRows[name] }, create: { id: lockRows[name], at }, update: { at } })
}
