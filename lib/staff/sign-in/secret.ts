import 'server-only'
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makePrivateFolder } from '../../shared/database/private-files'
import { findSqliteFile } from '../../shared/database/dialect'
import { env } from '../../shared/env'

const message =
  'With PostgreSQL the staff desk needs STAFF_SECRET: at least 32 characters, the same for every process. See .env.example.'

/** The staff desk can’t run: several machines would need to share a secret, and none is set. */
export class StaffSecretError extends Error {
  override name = 'StaffSecretError'
}

/** Whether the staff desk can run with the current settings. */
export function isStaffDeskReady(): boolean {
  return env.STAFF_SECRET !== '' || findSqliteFile(env.DATABASE_URL) !== null
}

/**
 * The key that signs staff sessions: STAFF_SECRET or, with SQLite (so on one machine), a secret stored in VAR_DIR and
 * created on first use.
 * @throws StaffSecretError with PostgreSQL and no STAFF_SECRET
 */
export function getStaffSecret(): string {
  if (env.STAFF_SECRET !== '') return env.STAFF_SECRET
  if (!isStaffDeskReady()) throw new StaffSecretError(message)
  const folder = path.resolve(/* turbopackIgnore: true */ env.VAR_DIR)
  const file = path.join(folder, 'staff-secret')
  return readSecret(file) ?? makeSecret(folder, file)
}

function readSecret(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

// Written under another name and then linked, so if two processes start together, the first one’s secret wins.
function makeSecret(folder: string, file: string): string {
  makePrivateFolder(folder)
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}
