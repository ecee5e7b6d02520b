import 'server-only'
import Database from 'better-sqlite3'
import { env } from '../../shared/env'
import { log } from '../../shared/log'
import { flushActions } from './writer'
import { cutLog } from '../../shared/database/cut-log'
import { findSqliteFile } from '../../shared/database/dialect'

/**
 * The last step of a shutdown: waits until every received action is committed or refused, then empties the
 * write-ahead log, so that the database file alone is a complete copy. If another process is still writing,
 * that process empties the log when it stops.
 */
export async function finishActions(): Promise<void> {
  await flushActions()
  const file = findSqliteFile(env.DATABASE_URL)
  if (file === null) return
  try {
    const db = new Database(file, { timeout: 1_000, fileMustExist: true })
    try {
      cutLog(db)
    } finally {
      db.close()
    }
  } catch (error) {
    log.warn({ err: error }, 'could not empty the write-ahead log; if you copy the database, copy the log with it')
  }
}
