import 'server-only'
import { statSync } from 'node:fs'
import { sqliteFiles } from './private-files'

/** What happened to a file that the open database still writes to, out of anyone's reach. */
export type LostFile = { file: 'database' | 'write-ahead log' | 'shared memory'; was: 'deleted' | 'replaced' }

const names = ['database', 'write-ahead log', 'shared memory'] as const

// On globalThis like the connection, and for the same reason.
const held: typeof globalThis & { stableFuturesFiles?: { file: string; remembered: (string | null)[] } | null } =
  globalThis

/**
 * Records which files on disk an SQLite database has open; call it just after opening. SQLite keeps the same
 * three for as long as a connection is open.
 * @param file null for PostgreSQL
 */
export function rememberFiles(file: string | null): void {
  held.stableFuturesFiles = file === null ? null : { file, remembered: sqliteFiles(file).map(identify) }
}

/**
 * The first of the database's files that is no longer the one at its path; null when all are, and for
 * PostgreSQL.
 */
export function findLostFile(): LostFile | null {
  if (!held.stableFuturesFiles) return null
  const { file, remembered } = held.stableFuturesFiles
  const present = sqliteFiles(file).map(identify)
  const at = present.findIndex((identity, each) => identity !== remembered[each])
  const name = names[at]
  return name ? { file: name, was: present[at] === null ? 'deleted' : 'replaced' } : null
}

/** A file's device and inode, which identify it whatever its name. */
function identify(file: string): string | null {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.dev}:${stat.ino}` : null
}
