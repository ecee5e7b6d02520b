import 'server-only'
import Database from 'better-sqlite3'

/**
 * Checkpoints an SQLite database's write-ahead log into its file and truncates the log.
 * @returns false when another connection is using it
 */
export function cutLog(db: Database.Database): boolean {
  try {
    return db.prepare<[], { busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false
    throw error
  }
}
