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
// A start or a sync of another process may hold the file for some seconds.
const busyLimitMs = 30_000
// Writers keep nobody from opening or reading a file in WAL mode. What does is an outage, and pages do without it.
const openLimitMs = 1_000

/**
 * Prisma's adapter for SQLite, with two connections in place of one. By itself it lets the statements of
 * other requests into an open transaction, to be lost with it, and its transactions fail when another
 * process writes between their first read and their first write. Here whatever is no SELECT waits for its
 * turn, in a transaction that holds the right to write from its beginning; reading waits for nobody.
 * @param file of a database in WAL mode, which has to be there: a page that is built before the first start must not leave an empty one
 */
export function sqliteAdapter(file: string): SqlDriverAdapterFactory {
  const open = (timeout: number) => new PrismaBetterSqlite3({ url: file, fileMustExist: true, timeout })
  const factory = open(openLimitMs)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      // The writer never waits inside the driver: whoever holds the lock may be this very process.
      const [reader, writer] = await Promise.all([factory.connect(), open(0).connect()])
      // better-sqlite3 is compiled with NORMAL in WAL mode, which may lose the last commits at a power cut;
      // secure_delete overwrites a deleted salt, see day-salt.ts.
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

// The adapter's own BEGIN lets one transaction of this process in at a time.
async function begin(writer: SqlDriverAdapter): Promise<Transaction> {
  const transaction = await writer.startTransaction()
  const release = transaction.rollback.bind(transaction)
  // Whatever way it ends: what is open still would be in the way of the next.
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

/** Tries again while another connection is writing. @throws what the last try throws, after `limitMs` */
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
