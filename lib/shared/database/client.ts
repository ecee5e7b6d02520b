import 'server-only'
import { env } from '../env'
import { PrismaClient as PostgresClient } from './generated/postgresql/client'
import { PrismaClient } from './generated/sqlite/client'
import { rememberFiles } from './open-files'
import { postgresAdapter } from './postgres-adapter'
import { sqliteAdapter } from './sqlite-adapter'
import { byProvider, findSqliteFile } from './dialect'

export type { PrismaClient }

/** What `$transaction` gives to its function. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

// Kept on globalThis: in development, modules are loaded again while connections stay.
const held: typeof globalThis & {
  stableFuturesDatabase?: Promise<PrismaClient>
  stableFuturesDatabaseFailedAt?: number
} = globalThis

// Prisma's five seconds are not enough on a machine that is busy with something else.
const transactionOptions = { maxWait: 10_000, timeout: 30_000 }

// While it cannot be opened, one page in a second waits for the try, and not each.
const failedForMs = 1_000

/** The one connection to the database that DATABASE_URL names, opened at first use. */
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
  if (file !== null) await db.lock.count() // SQLite opens the files beside the database when it first reads
  rememberFiles(file)
  return db
}

/**
 * Opens a database that is already migrated.
 * @param url `file:…` or `postgres://…`
 */
export async function connect(url: string): Promise<PrismaClient> {
  const options = { errorFormat: 'minimal', transactionOptions } as const // no query and no values in an error's text
  return byProvider(url, {
    sqlite: async (file) => {
      const client = new PrismaClient({ adapter: sqliteAdapter(file), ...options })
      await client.$connect()
      return client
    },
    // The two clients come from one schema; their types differ only in the isolation levels of $transaction, which
    // nothing here uses.
    postgresql: async () =>
      new PostgresClient({ adapter: postgresAdapter(url), ...options }) as unknown as PrismaClient,
  })
}
