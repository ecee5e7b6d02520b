import 'server-only'
import type { Transaction } from './client'

/**
 * The rows of Lock by what they stand for. Their numbers stay: another version of the site may run at the same time
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
} as const

/** What only one transaction changes at a time. */
export type LockName = 'directory' | 'people' | 'settings' | 'messages' | 'supporters'

/**
 * Takes a lock for the rest of a transaction, by a write, before the transaction reads anything: others who want the
 * same lock wait here until this transaction is over, on both databases and in any process, and then see what it wrote.
 */
export async function lock(tx: Transaction, name: LockName): Promise<void> {
  const at = new Date()
  await tx.lock.upsert({ where: { id: lockRows[name] }, create: { id: lockRows[name], at }, update: { at } })
}
