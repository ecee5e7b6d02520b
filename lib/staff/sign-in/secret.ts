import 'server-only'
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makePrivateFolder } from '../../shared/database/private-files'
import { isPostgres } from '../../shared/database-url'
import { env } from '../../shared/env'

const message =
  'With PostgreSQL the staff desk needs STAFF_SECRET: at least 32 characters, the same for every process. See .env.example.'

/** The staff desk cannot be used, because several machines would need the same secret and none is set. */
export class StaffSecretError extends Error {
  override name = 'StaffSecretError'
}

/** Whether the settings allow the staff desk at all. */
export function isStaffDeskReady(): boolean {
  return env.STAFF_SECRET !== '' || !isPostgres(env.DATABASE_URL)
}

/**
 * What signs the sessions of staff: STAFF_SECRET, else with SQLite, which is one machine, the one kept
 * in VAR_DIR, made at first use.
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

// Written whole under another name first: of two processes that start together, one's is kept.
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
