import 'server-only'
import { env } from '../env'
import { PrismaClient as PostgresClient } from './generated/postgresql/client'
import { PrismaClient } from './generated/sqlite/client'
import { rememberFiles } from './open-files'
import { postgresAdapter } from './postgres-adapter'
import { sqliteAdapter } from './sqlite-adapter'
import { byProvider, findSqliteFile } from './dialect'

export type { PrismaClient }

/** The client that `$transaction` passes to its callback. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

// On globalThis: in development, modules are reloaded while connections stay open.
const held: typeof globalThis & {
  stableFuturesDatabase?: Promise<PrismaClient>
  stableFuturesDatabaseFailedAt?: number
} = globalThis

// Prisma's default of five seconds is too short on a busy machine.
const transactionOptions = { maxWait: 10_000, timeout: 30_000 }

// After a failure to open, retry at most once a second, so that only one page waits for it.
const failedForMs = 1_000

/** This process's connection to DATABASE_URL, opened on first use. */
export function database(): Promise<PrismaClient> {
  if (performance.now() - (held.stableFuturesDatabaseFailedAt ?? Infinity) > failedForMs) {
    delete held.stableFuturesDatabase
    delete held.stableFuturesDatabaseFailedAt
  }
  held.stableFuturesDatabase ??= open(env.DATABASE_URL).catch((error: unknown) => {
    held.stableFuturesDatabaseFailedAt = performance.now()
    throw error
  })
  return held.stableFuturesDatabase
}

async function open(url: string): Promise<PrismaClient> {
  const db = await connect(url)
  const file = findSqliteFile(url)
  if (file !== null) await db.lock.count() // SQLite opens the files beside the database on the first read
  rememberFiles(file)
  return db
}

/**
 * Opens a database that has already been migrated.
 * @param url `file:…` or `postgres://…`
 */
export async function connect(url: string): Promise<PrismaClient> {
  const options = { errorFormat: 'minimal', transactionOptions } as const // keeps queries and values out of error messages
  return byProvider(url, {
    sqlite: async (file) => {
      const client = new PrismaClient({ adapter: sqliteAdapter(file), ...options })
      await client.$connect()
      return client
    },
    // Both clients come from one schema. Their types differ only in the isolation levels of $transaction, which
    // we don't use.
    postgresql: async () =>
      new PostgresClient({ adapter: postgresAdapter(url), ...options }) as unknown as PrismaClient,
  })
}
