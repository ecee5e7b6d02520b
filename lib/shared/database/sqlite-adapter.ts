import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import {
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import Database from 'better-sqlite3'

const busyPauseMs = 5
// Another process starting or syncing may hold the file for some seconds.
const busyLimitMs = 30_000
// In WAL mode, writers don't block opening or reading. If something does, it is an outage, and pages manage
// without the database.
const openLimitMs = 1_000

/**
 * Prisma's adapter for SQLite, with two connections instead of one. On its own it lets other requests'
 * statements into an open transaction, to be rolled back with it, and its transactions fail when another
 * process writes between their first read and first write. Here everything except a SELECT queues for a
 * transaction that holds the write lock from the start; reads never wait.
 * @param file of an existing database in WAL mode: a page built before the first start must not leave an empty
 * one behind
 */
export function sqliteAdapter(file: string): SqlDriverAdapterFactory {
  const open = (timeout: number) => new PrismaBetterSqlite3({ url: file, fileMustExist: true, timeout })
  const factory = open(openLimitMs)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      // The writer never waits inside the driver: the lock may be held by this very process.
      const [reader, writer] = await Promise.all([factory.connect(), open(0).connect()])
      // better-sqlite3 defaults to NORMAL in WAL mode, which may lose the last commits in a power cut;
      // secure_delete overwrites deleted salts, see day-salt.ts.
      await retryWhileBusy(
        () => writer.executeScript('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON'),
        openLimitMs,
      )
      return join(reader, writer)
    },
  }
}

function join(reader: SqlDriverAdapter, writer: SqlDriverAdapter): SqlDriverAdapter {
  const writeAlone = async <Answer>(write: (transaction: Transaction) => Promise<Answer>): Promise<Answer> => {
    const transaction = await begin(writer)
    try {
      const answer = await write(transaction)
      await transaction.executeRaw(statement('COMMIT'))
      await transaction.commit()
      return answer
    } catch (error) {
      await transaction.rollback()
      throw error
    }
  }
  return {
    provider: writer.provider,
    adapterName: writer.adapterName,
    queryRaw: (query) =>
      /^\s*SELECT\b/i.test(query.sql)
        ? reader.queryRaw(query)
        : writeAlone((transaction) => transaction.queryRaw(query)),
    executeRaw: (query) => writeAlone((transaction) => transaction.executeRaw(query)),
    executeScript: (script) => writer.executeScript(script),
    startTransaction: () => begin(writer),
    dispose: async () => {
      await Promise.all([reader.dispose(), writer.dispose()])
    },
  }
}

// The adapter's own BEGIN admits one of this process's transactions at a time.
async function begin(writer: SqlDriverAdapter): Promise<Transaction> {
  const transaction = await writer.startTransaction()
  const release = transaction.rollback.bind(transaction)
  // However it ends: a transaction left open would block the next.
  transaction.rollback = async () => {
    await transaction.executeRaw(statement('ROLLBACK')).catch(() => undefined)
    await release()
  }
  try {
    await transaction.executeRaw(statement('ROLLBACK'))
    await retryWhileBusy(() => transaction.executeRaw(statement('BEGIN IMMEDIATE')), busyLimitMs)
    return transaction
  } catch (error) {
    await transaction.rollback()
    throw error
  }
}

const statement = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] })

/**
 * Retries while another connection is writing.
 * @throws the last attempt's error, after `limitMs`
 */
export async function retryWhileBusy<Answer>(write: () => Answer, limitMs: number): Promise<Awaited<Answer>> {
  const deadline = performance.now() + limitMs
  for (;;) {
    try {
      return await write()
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error
    }
    await setTimeout(busyPauseMs)
  }
}

function isBusy(error: unknown): boolean {
  const code = isDriverAdapterError(error)
    ? error.cause.originalCode
    : error instanceof Database.SqliteError
      ? error.code
      : undefined
  return code?.startsWith('SQLITE_BUSY') ?? false
}
