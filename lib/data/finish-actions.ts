import 'server-only'
import Database from 'better-sqlite3'
import { env } from '../env'
import { log } from '../log'
import { flushActions } from './action-writer'
import { cutLog } from './cut-log'
import { isPostgres, sqliteFile } from './url'

/**
 * The last thing that a stopping server does: waits until every action that has come in is committed or refused, then
 * leaves one whole file, so that a copy of it has everything. Where another process is still writing, that one does.
 */
export async function finishActions(): Promise<void> {
  await flushActions()
  if (isPostgres(env.DATABASE_URL)) return
  try {
    const db = new Database(sqliteFile(env.DATABASE_URL), { timeout: 1_000, fileMustExist: true })
    try {
      cutLog(db)
    } finally {
      db.close()
    }
  } catch (error) {
    log.warn({ err: error }, 'the write-ahead log is still beside the database: copy the two together')
  }
}
