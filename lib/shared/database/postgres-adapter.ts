import 'server-only'
import { setTimeout } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { isDriverAdapterError, type SqlDriverAdapterFactory, type SqlQuery } from '@prisma/driver-adapter-utils'
import { log } from '../log'
import { findRepeatable } from './repeatable'

const retryPauseMs = 100

const statementNameGenerator = ({ sql }: { sql: string }) => findRepeatable(sql) ?? ''

/**
 * Prisma's adapter for PostgreSQL, made to survive lost connections: the pool drops a lost connection, and its
 * statement is resent when that is safe, because it only reads or is registered as repeatable.
 * @param url `postgres://…`
 */
export function postgresAdapter(url: string): SqlDriverAdapterFactory {
  const pool = {
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    query_timeout: 12_000, // because a hung server never ends a statement
    keepAlive: true,
  }
  const onLost = (error: Error) => log.warn({ err: error }, 'lost a connection to the database')
  const factory = new PrismaPg(pool, { statementNameGenerator, onPoolError: onLost, onConnectionError: onLost })
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect()
      return {
        provider: adapter.provider,
        adapterName: adapter.adapterName,
        queryRaw: (query) => retryOnce(query, () => adapter.queryRaw(query)),
        executeRaw: (query) => adapter.executeRaw(query),
        executeScript: (script) => adapter.executeScript(script),
        startTransaction: (isolationLevel) => adapter.startTransaction(isolationLevel),
        getConnectionInfo: () => adapter.getConnectionInfo(),
        dispose: () => adapter.dispose(),
      }
    },
  }
}

async function retryOnce<Answer>({ sql }: SqlQuery, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send()
  } catch (error) {
    if (!isConnectionLost(error) || !(findRepeatable(sql) !== undefined || /^\s*SELECT\b/i.test(sql))) throw error
  }
  await setTimeout(retryPauseMs)
  return send()
}

// By SQLSTATE: the server is shutting down, has crashed, or is starting. Without one: pg's socket errors.
function isConnectionLost(error: unknown): boolean {
  if (!isDriverAdapterError(error))
    return (
      error instanceof Error && /Connection terminated|Client has encountered a connection error/.test(error.message)
    )
  const { kind, originalCode = '' } = error.cause
  return /^(57P0[1-3]|08)/.test(originalCode) || kind === 'DatabaseNotReachable' || kind === 'ConnectionClosed'
}
