import 'server-only'
import Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { env } from '../env'
import {
  BackupError,
  type BackupSummary,
  copySnapshot,
  deleteEphemeral,
  readSummary,
  stampOf,
  syncToDisk,
} from './backup-file'
import { writeMarker } from './identity'
import { ephemeralTables } from './ephemeral'
import { applyToPostgres, applyToSqlite, listMigrations } from './migrate'
import { copyToPostgres } from './postgres-copy'
import { makePrivateFile, makePrivateFolder, sqliteFiles } from './private-files'
import { findSqliteFile } from './dialect'

const isRunning = (who: string) =>
  `${who} Stop every server of this site first. You can add --force instead, but whatever they count from now on will be lost.`

/**
 * Replaces the database with a backup, migrated to this version, all or nothing. The old database is kept
 * beside it. Works from a backup of either database into either.
 * @param url the database, `file:…` or `postgres://…`; it need not exist
 * @param comparisons see `readSummary`
 * @param isForced continues even when something is connected to the database
 * @returns what the database now contains, and where the old one is kept, or null when there was none
 * @throws BackupError when the file isn't a complete backup, or something is connected; MigrationError when it
 * comes from a newer version. Nothing has changed in either case
 */
export async function restoreBackup(
  url: string,
  backup: string,
  comparisons: readonly string[],
  now: Date,
  isForced = false,
): Promise<{ summary: BackupSummary; kept: string | null }> {
  if (!existsSync(backup)) throw new BackupError(`There is no file at ${path.resolve(backup)}.`)
  readSummary(backup, []) // reject anything but a backup before touching anything; an older one has fewer counts
  const current = findSqliteFile(url)
  const file =
    current === null ? path.resolve(/* turbopackIgnore: true */ env.VAR_DIR, 'restoring.db') : `${current}.restoring`
  if (current !== null && sqliteFiles(current).includes(path.resolve(backup)))
    throw new BackupError('This is the database itself.')
  try {
    const identity = await prepare(backup, file)
    const summary = readSummary(file, comparisons)
    const kept =
      current === null ? await replacePostgres(url, file, now, isForced) : replaceSqlite(current, file, now, isForced)
    writeMarker(url, identity)
    return { summary, kept }
  } finally {
    for (const each of [file, `${file}-journal`]) rmSync(each, { force: true })
  }
}

/**
 * Makes a migrated copy of the backup, with an id.
 * @returns the id
 */
async function prepare(backup: string, file: string): Promise<string> {
  makePrivateFolder(path.dirname(file))
  rmSync(file, { force: true })
  makePrivateFile(file)
  copySnapshot(backup, file) // a backup that wasn't closed properly has its newest rows in its write-ahead log
  const migrations = await listMigrations('sqlite')
  const db = new Database(file, { fileMustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
    deleteEphemeral(db) // for files that were copied by hand
    db.transaction(() => {
      applyToSqlite(db, migrations)
      db.prepare('INSERT INTO "DatabaseIdentity" ("id", "identity") VALUES (1, ?) ON CONFLICT DO NOTHING').run(
        randomUUID(),
      )
    })()
    return db.prepare<[], string>('SELECT "identity" FROM "DatabaseIdentity" WHERE "id" = 1').pluck().get() ?? ''
  } finally {
    db.close()
    syncToDisk(file)
  }
}

function replaceSqlite(file: string, prepared: string, now: Date, isForced: boolean): string | null {
  if (!existsSync(file)) {
    for (const each of sqliteFiles(file)) rmSync(each, { force: true }) // a leftover log belongs to no database
    renameSync(prepared, file)
    return null
  }
  if (!closeSqlite(file) && !isForced) throw new BackupError(isRunning('A server or a command has the database open.'))
  const kept = `${file}.before-${stampOf(now)}`
  // The log stays with its database; after a clean close there is none.
  for (const end of ['-wal', '-shm']) if (existsSync(file + end)) renameSync(file + end, kept + end)
  linkSync(file, kept)
  renameSync(prepared, file) // there is a database here at every moment
  syncToDisk(path.dirname(file))
  return kept
}

/**
 * Checkpoints the database into a single file, without the ephemeral tables. Needs exclusive access: in WAL
 * mode every open connection holds a lock.
 * @returns false when something else has it open, or it isn't a database
 */
function closeSqlite(file: string): boolean {
  try {
    const db = new Database(file, { timeout: 1_000, fileMustExist: true })
    try {
      db.pragma('journal_mode = DELETE')
      deleteEphemeral(db)
      return true
    } finally {
      db.close()
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    return !error.code.startsWith('SQLITE_BUSY') // a damaged database is kept as it is
  }
}

async function replacePostgres(url: string, prepared: string, now: Date, isForced: boolean): Promise<string | null> {
  const migrations = await listMigrations('postgresql')
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock(72707369)') // the lock that migrations take
    const { rows: others } = await client.query<{ who: string }>(
      `SELECT coalesce(nullif(application_name, ''), usename) AS who FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
    )
    if (others.length > 0 && !isForced)
      throw new BackupError(isRunning(`${others.length} connections to the database are open.`))
    const { rows } = await client.query<{ schema: string; tables: string[] }>(
      `SELECT current_schema() AS schema, coalesce(array_agg(tablename::text) FILTER (WHERE tablename IS NOT NULL), '{}') AS tables
       FROM (SELECT current_schema() AS own) AS here LEFT JOIN pg_tables ON schemaname = own`,
    )
    const { schema = 'public', tables = [] } = rows[0] ?? {}
    const kept = tables.length === 0 ? null : `before_${stampOf(now)}`
    if (kept !== null) {
      const ephemeral = ephemeralTables.filter((table) => tables.includes(table)).map((table) => `"${table}"`)
      // In one statement, since some refer to each other.
      if (ephemeral.length > 0) await client.query(`TRUNCATE ${ephemeral.join(', ')}`)
      await client.query(`ALTER SCHEMA "${schema}" RENAME TO "${kept}"`)
      await client.query(`CREATE SCHEMA "${schema}"`)
    }
    await applyToPostgres(client, migrations)
    await copyToPostgres(prepared, client)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    return kept === null ? null : `schema "${kept}"`
  } finally {
    await client.end() // rolls back any open transaction
  }
}
