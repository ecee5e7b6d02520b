import 'server-only'
import path from 'node:path'
import type { Transaction } from './client'
import { env } from '../env'

/** What SQLite and PostgreSQL write differently in the SQL that we write ourselves. */
export type Dialect = {
  /** As Prisma and the folders of migrations call the database. */
  provider: 'sqlite' | 'postgresql'
  /** The parameter at a place, from 1. */
  parameter: (at: number) => string
  /** A parameter that is an instant. */
  instant: (at: number) => string
  /** A parameter that is a JSON array, as the rows of "given", each with its "value". */
  jsonRows: (at: number) => string
  /** The type of a column with an enum. */
  enumType: (name: string) => string
  /** Keeps others from writing to tables until the transaction ends; on SQLite any transaction does. */
  lockTables: (tx: Transaction, tables: readonly string[]) => Promise<void>
  /** Lets the statements of a transaction take as long as they need. */
  liftTimeLimit: (tx: Transaction) => Promise<void>
}

const sqlite: Dialect = {
  provider: 'sqlite',
  parameter: () => '?',
  instant: () => '?',
  jsonRows: () => 'json_each(?) AS "given"',
  enumType: () => 'TEXT',
  lockTables: async () => undefined,
  liftTimeLimit: async () => undefined,
}

const postgresql: Dialect = {
  provider: 'postgresql',
  parameter: (at) => `$${at}`,
  instant: (at) => `$${at}::timestamp`,
  jsonRows: (at) => `jsonb_array_elements($${at}::jsonb) AS "given"("value")`,
  enumType: (name) => `"${name}"`,
  lockTables: async (tx, tables) => {
    const names = tables.map((table) => `"${table}"`).join(', ')
    await tx.$executeRawUnsafe(`LOCK TABLE ${names} IN SHARE ROW EXCLUSIVE MODE`)
  },
  liftTimeLimit: async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL statement_timeout = 0')
  },
}

/** The dialect of a database. @param url `file:…` or `postgres://…` */
export function dialectOf(url: string = env.DATABASE_URL): Dialect {
  return isPostgres(url) ? postgresql : sqlite
}

/**
 * Picks what a database needs, where the two differ in more than SQL.
 * @param url `file:…` or `postgres://…`
 * @param choices `sqlite` gets the absolute path of the file
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
