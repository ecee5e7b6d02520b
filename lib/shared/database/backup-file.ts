import 'server-only'
import Database from 'better-sqlite3'
import { closeSync, fsyncSync, openSync, statSync } from 'node:fs'
import path from 'node:path'
import { ephemeralTables } from './ephemeral'
import { findSqliteDamage } from './integrity'

/**
 * What a backup contains. `differences` is how many counts don't match their actions; the backup copies them
 * from the database as they are.
 */
export type BackupSummary = {
  bytes: number
  tables: number
  rows: number
  actions: number
  opened: number
  confirmed: number
  newestDay: string | null
  supporters: number
  staff: number
  differences: number
}

/** A backup can't be made or restored; the message says why and what to do. */
export class BackupError extends Error {
  override name = 'BackupError'
}

/** The tables with data worth keeping in one of our SQLite databases. */
export function listTables(db: Database.Database): string[] {
  const names = db
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all()
  return names.filter((name) => name !== '_prisma_migrations')
}

/** Deletes everything that backups leave out, and overwrites the space it occupied. */
export function deleteEphemeral(db: Database.Database): void {
  db.pragma('secure_delete = ON')
  const tables = new Set(listTables(db))
  db.transaction(() => {
    for (const table of ephemeralTables) if (tables.has(table)) db.exec(`DELETE FROM "${table}"`)
  })()
}

/**
 * Checks one of the site's SQLite files and summarises it.
 * @param comparisons queries that return a row for each difference between counts and actions
 * @throws BackupError when it is damaged, or isn't one of ours
 */
export function readSummary(file: string, comparisons: readonly string[]): BackupSummary {
  const damage = findSqliteDamage(file)
  if (damage !== null) throw new BackupError(`${file} is damaged, or is not a backup of this site: ${damage}`)
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const tables = listTables(db)
    if (!tables.includes('Action') || !tables.includes('Total'))
      throw new BackupError(`${file} is a database, but not one of this site's.`)
    const number = (sql: string) => Number(db.prepare<[], number | null>(sql).pluck().get() ?? 0)
    const count = (table: string) => number(`SELECT count(*) FROM "${table}"`)
    const total = (kind: string) => number(`SELECT sum("count") FROM "Total" WHERE "kind" = '${kind}'`)
    return {
      bytes: statSync(file).size,
      tables: tables.length,
      rows: tables.reduce((sum, table) => sum + count(table), 0),
      actions: count('Action'),
      opened: total('opened'),
      confirmed: total('confirmed'),
      newestDay: db.prepare<[], string | null>('SELECT max("day") FROM "Journal"').pluck().get() ?? null,
      supporters: tables.includes('Supporter') ? count('Supporter') : 0,
      staff: tables.includes('User') ? count('User') : 0,
      differences: comparisons.reduce((sum, sql) => sum + db.prepare(sql).all().length, 0),
    }
  } finally {
    db.close()
  }
}

/**
 * Copies an SQLite database as of one moment, including its write-ahead log. It is a single statement and
 * doesn't block writers. The online backup (`db.backup`) restarts whenever another connection writes: with 500
 * small writes a second it had restarted 5,719 times after 15 s and still wasn't done.
 * @param target an empty file
 */
export function copySnapshot(source: string, target: string): void {
  const db = new Database(source, { readonly: true, fileMustExist: true, timeout: 30_000 })
  try {
    db.prepare('VACUUM INTO ?').run(target)
  } finally {
    db.close()
  }
}

/** Flushes a file's contents, or a folder's entries, to the disk. */
export function syncToDisk(name: string): void {
  const handle = openSync(name, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A timestamp for file names, which sorts by time. */
export const stampOf = (now: Date): string => now.toISOString().slice(0, 19).replaceAll(':', '-') + 'Z'

/** Describes a backup's contents, line by line. */
export function describeSummary(file: string, summary: BackupSummary): string[] {
  const n = (value: number) => value.toLocaleString('en-GB')
  return [
    `${path.resolve(file)}, ${n(Math.ceil(summary.bytes / 1024))} kB`,
    `${n(summary.actions)} actions${summary.newestDay ? `, the newest from ${summary.newestDay}` : ''}; ${n(summary.opened)} opened, ${n(summary.confirmed)} confirmed`,
    `${n(summary.supporters)} supporters, ${n(summary.staff)} staff; ${n(summary.rows)} rows in ${summary.tables} tables`,
    ...(summary.differences > 0
      ? [`The counts do not match the actions in ${n(summary.differences)} places: run npm run counts:rebuild`]
      : []),
  ]
}
