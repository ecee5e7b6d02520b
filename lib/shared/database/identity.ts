import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { env } from '../env'
import { makePrivateFolder } from './private-files'
import { findSqliteFile } from './dialect'

/**
 * Where a database was there is none now, or another one. To wait and try again does not help: somebody has
 * to decide. The message says what to do.
 */
export class DatabaseIdentityError extends Error {
  override name = 'DatabaseIdentityError'
}

/**
 * The file that has the id of the database: beside an SQLite file, so that another DATABASE_URL is another
 * database; for PostgreSQL in VAR_DIR, one for each server and name.
 */
export function markerFile(url: string): string {
  const file = findSqliteFile(url)
  if (file !== null) return `${file}.id`
  const name = createHash('sha256').update(describeDatabase(url)).digest('hex').slice(0, 12)
  return path.resolve(/* turbopackIgnore: true */ env.VAR_DIR, `postgresql-${name}.id`)
}

/** The id that the database of this address had, or null before its first start on this machine. */
function readMarker(url: string): string | null {
  try {
    return readFileSync(/* turbopackIgnore: true */ markerFile(url), 'utf8').trim() || null
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Writes down the id of the database, after its transaction is committed; whole or not at all. */
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
 * Refuses a database that is not the one whose id was written down.
 * @param found its id; null when it has none, because it is new, empty or somebody else's
 * @throws DatabaseIdentityError unless ACCEPT_DATABASE says that it is meant
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

/** The place of a database, without user and password. */
export function describeDatabase(url: string): string {
  const file = findSqliteFile(url)
  if (file !== null) return file
  const { host, pathname } = new URL(url)
  return `PostgreSQL ${host}${pathname}`
}
