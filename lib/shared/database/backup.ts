import 'server-only'
import Database from 'better-sqlite3'
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import {
  BackupError,
  type BackupSummary,
  copySnapshot,
  deleteEphemeral,
  readSummary,
  stampOf,
  syncToDisk,
} from './backup-file'
import { copyFromPostgres } from './postgres-copy'
import { makePrivateFile, makePrivateFolder, sqliteFiles } from './private-files'
import { findSqliteFile } from './dialect'

const name = /^stable-futures-[\dTZ-]+\.db$/
const partial = '.partial'

/**
 * Copies the whole database, SQLite or PostgreSQL, as of one moment into one SQLite file while others write.
 * Leaves out what no backup contains (salts, sign-ins). The file gets its final name only once it has been
 * checked and synced to disk, and only this user can read it.
 * @param url `file:…` or `postgres://…`
 * @param comparisons see `readSummary`
 * @param isForced whether it may replace an existing file
 * @throws BackupError when there is no database, or the file already exists
 */
export async function createBackup(
  url: string,
  target: string,
  comparisons: readonly string[],
  isForced = false,
): Promise<BackupSummary> {
  const file = path.resolve(target)
  const source = findSqliteFile(url)
  if (source !== null && !existsSync(source)) throw new BackupError(`There is no database at ${source}.`)
  if (source !== null && sqliteFiles(source).includes(file)) throw new BackupError(`${file} is the database itself.`)
  if (existsSync(file) && !isForced)
    throw new BackupError(`${file} already exists. Choose another name, or add --force.`)
  if (!existsSync(path.dirname(file)))
    throw new BackupError(`There is no folder ${path.dirname(file)}. Create it first, or choose another.`)
  const draft = `${file}${partial}`
  try {
    for (const each of [draft, `${draft}-journal`]) rmSync(each, { force: true })
    makePrivateFile(draft)
    if (source === null) await copyFromPostgres(url, draft)
    else copySqlite(source, draft)
    const summary = readSummary(draft, comparisons)
    syncToDisk(draft)
    renameSync(draft, file)
    syncToDisk(path.dirname(file))
    return summary
  } finally {
    for (const each of [draft, `${draft}-journal`]) rmSync(each, { force: true })
  }
}

/** A backup's path in the backup folder. */
export function composeBackupName(folder: string, now: Date): string {
  makePrivateFolder(folder)
  return path.join(folder, `stable-futures-${stampOf(now)}.db`)
}

/**
 * Deletes a folder's oldest backups and the remains of interrupted ones. Leaves other files alone.
 * @returns the names of the deleted files
 */
export function pruneBackups(folder: string, keep: number): string[] {
  const names = readdirSync(folder)
  const old = names
    .filter((each) => name.test(each))
    .sort()
    .reverse()
    .slice(keep)
  const left = names.filter((each) => each.endsWith(partial) && name.test(each.slice(0, -partial.length)))
  for (const each of [...old, ...left]) rmSync(path.join(folder, each))
  return old
}

function copySqlite(source: string, draft: string): void {
  copySnapshot(source, draft)
  const db = new Database(draft, { fileMustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
    deleteEphemeral(db)
  } finally {
    db.close()
  }
}
