import 'server-only'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { byProvider } from './dialect'

/**
 * Looks for damage. Reads an entire SQLite file (`PRAGMA quick_check`: pages, row order, constraints), so run
 * it in a separate process. PostgreSQL checks each page as it reads it; this asks how many failed.
 * @returns a description of the damage; null when there is none
 */
export async function findDamage(url: string): Promise<string | null> {
  return byProvider(url, { sqlite: findSqliteDamage, postgresql: findPostgresDamage })
}

export function findSqliteDamage(file: string): string | null {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 10_000 })
    try {
      const found = db.pragma('quick_check(1)', { simple: true })
      return found === 'ok' ? null : String(found)
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) return error.message
    throw error
  }
}

async function findPostgresDamage(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    // Null when the server was initialised without checksums.
    const { rows } = await client.query<{ failures: string | null; last: Date | null }>(
      'SELECT checksum_failures AS failures, checksum_last_failure AS last FROM pg_stat_database WHERE datname = current_database()',
    )
    const { failures = null, last = null } = rows[0] ?? {}
    return Number(failures ?? 0) === 0
      ? null
      : `PostgreSQL has found ${failures} broken pages, the last at ${last?.toISOString()}`
  } finally {
    await client.end()
  }
}
