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
 * Copies the whole database, as it is at one moment, into one SQLite file, whichever of the two databases it is, while
 * others write. What no backup has (salts, sign-ins) is left out. The file appears under its name when it is checked
 * and on the disk, readable by this user only.
 * @param url `file:…` or `postgres://…`
 * @param comparisons see `readSummary`
 * @param isForced whether it may take the place of a file
 * @throws BackupError when there is no database, or a file of that name
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
    throw new BackupError(`There is no folder ${path.dirname(file)}. Make it first, or choose another.`)
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

/** The name of a backup in the folder of backups. */
export function composeBackupName(folder: string, now: Date): string {
  makePrivateFolder(folder)
  return path.join(folder, `stable-futures-${stampOf(now)}.db`)
}

/** Deletes the oldest backups of a folder, and what interrupted ones have left. Other files are let be. @returns the names of those deleted */
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
