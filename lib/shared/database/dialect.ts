import 'server-only'
import path from 'node:path'
import type { Transaction } from './client'
import { env } from '../env'

/** Where SQLite and PostgreSQL differ in our hand-written SQL. */
export type Dialect = {
  /** The database's name in Prisma and in the migration folders. */
  provider: 'sqlite' | 'postgresql'
  /** The parameter at a position, from 1. */
  parameter: (at: number) => string
  /** A parameter holding a timestamp. */
  instant: (at: number) => string
  /** A parameter holding a JSON array, expanded into the rows of "given", each with its "value". */
  jsonRows: (at: number) => string
  /** The column type of an enum. */
  enumType: (name: string) => string
  /** At the end of a SELECT in a transaction: takes the row, and passes over those that another transaction has taken. */
  skipLocked: string
  /** Blocks writes to tables until the transaction ends; on SQLite every transaction does. */
  lockTables: (tx: Transaction, tables: readonly string[]) => Promise<void>
  /** Lifts the statement timeout for the rest of a transaction. */
  liftTimeLimit: (tx: Transaction) => Promise<void>
}

const sqlite: Dialect = {
  provider: 'sqlite',
  parameter: () => '?',
  instant: () => '?',
  jsonRows: () => 'json_each(?) AS "given"',
  enumType: () => 'TEXT',
  skipLocked: '', // every transaction that writes is alone
  lockTables: async () => undefined,
  liftTimeLimit: async () => undefined,
}

const postgresql: Dialect = {
  provider: 'postgresql',
  parameter: (at) => `$${at}`,
  instant: (at) => `$${at}::timestamp`,
  jsonRows: (at) => `jsonb_array_elements($${at}::jsonb) AS "given"("value")`,
  enumType: (name) => `"${name}"`,
  skipLocked: ' FOR UPDATE SKIP LOCKED',
  lockTables: async (tx, tables) => {
    const names = tables.map((table) => `"${table}"`).join(', ')
    await tx.$executeRawUnsafe(`LOCK TABLE ${names} IN SHARE ROW EXCLUSIVE MODE`)
  },
  liftTimeLimit: async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL statement_timeout = 0')
  },
}

/**
 * A database's dialect.
 * @param url `file:…` or `postgres://…`
 */
export function dialectOf(url: string = env.DATABASE_URL): Dialect {
  return isPostgres(url) ? postgresql : sqlite
}

/**
 * Picks an implementation for a database, where the two differ beyond SQL.
 * @param url `file:…` or `postgres://…`
 * @param choices `sqlite` receives the file's absolute path
 */
export function byProvider<OnSqlite, OnPostgres>(
  url: string,
  choices: { sqlite: (file: string) => OnSqlite; postgresql: (url: string) => OnPostgres },
): OnSqlite | OnPostgres {
  return isPostgres(url) ? choices.postgresql(url) : choices.sqlite(sqliteFile(url))
}

/** The absolute path of an SQLite database's file; null for PostgreSQL. */
export function findSqliteFile(url: string): string | null {
  return isPostgres(url) ? null : sqliteFile(url)
}

/** The absolute path of the file that `file:…` names, relative to the working directory. */
export function sqliteFile(url: string): string {
  return path.resolve(url.slice('file:'.length))
}

function isPostgres(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url)
}
