import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { env } from '../env'
import { makePrivateFolder } from './private-files'
import { findSqliteFile } from './dialect'

/**
 * A database is missing, or has been replaced by another. Retrying won't help: someone has to decide. The
 * message says what to do.
 */
export class DatabaseIdentityError extends Error {
  override name = 'DatabaseIdentityError'
}

/**
 * The file holding the database's id: beside an SQLite file, so that a different DATABASE_URL is a different
 * database; for PostgreSQL in VAR_DIR, one per server and database name.
 */
export function markerFile(url: string): string {
  const file = findSqliteFile(url)
  if (file !== null) return `${file}.id`
  const name = createHash('sha256').update(describeDatabase(url)).digest('hex').slice(0, 12)
  return path.resolve(/* turbopackIgnore: true */ env.VAR_DIR, `postgresql-${name}.id`)
}

/** The recorded id of the database at this URL, or null before its first start on this machine. */
function readMarker(url: string): string | null {
  try {
    return readFileSync(/* turbopackIgnore: true */ markerFile(url), 'utf8').trim() || null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Records the database's id atomically, once its transaction has committed. */
export function writeMarker(url: string, identity: string): void {
  if (readMarker(url) === identity) return
  const file = markerFile(url)
  makePrivateFolder(path.dirname(file))
  const draft = `${file}.${process.pid}-${randomUUID().slice(0, 8)}`
  const handle = openSync(draft, 'wx', 0o600)
  try {
    writeSync(handle, `${identity}\n`)
    fsyncSync(handle)
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  } finally {
    closeSync(handle)
  }
}

/**
 * Refuses a database other than the one whose id was recorded.
 * @param found its id; null when it has none, because it is new, empty or someone else's
 * @throws DatabaseIdentityError unless ACCEPT_DATABASE allows it
 */
export function expectIdentity(url: string, found: string | null): void {
  const expected = readMarker(url)
  if (expected === null || expected === found || env.ACCEPT_DATABASE) return
  const what =
    found === null
      ? 'There was a database here, and now it is missing or empty'
      : 'This is not the database that was here before'
  throw new DatabaseIdentityError(
    `${what}: ${describeDatabase(url)}. Nothing was changed. The id of the one that was here is in ${markerFile(url)}.\n` +
      'Put the database back, or restore a backup: npm run restore -- FILE\n' +
      'If you do want to start with an empty database, or to use this one: npm start -- --new',
  )
}

/** A database's location, without user name and password. */
export function describeDatabase(url: string): string {
  const file = findSqliteFile(url)
  if (file !== null) return file
  const { host, pathname } = new URL(url)
  return `PostgreSQL ${host}${pathname}`
}
