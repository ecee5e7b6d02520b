import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inject, vi } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { createDatabase } from '../postgres'

/** The two databases that every integration test runs on: a name, and how to make an empty one. */
export const databases = [
  {
    name: 'SQLite',
    create: async () => `file:${path.join(await mkdtemp(path.join(os.tmpdir(), 'stable futures ')), 'test.db')}`,
  },
  { name: 'PostgreSQL', create: () => createDatabase(inject('postgresUrl')) },
]

/**
 * Points the modules that are imported after this at a database of their own, migrated and filled,
 * as at the start of a server.
 * @param settings more settings than DATABASE_URL
 * @returns the open database and a function that closes it
 */
export async function useDatabase(create: () => Promise<string>, settings: Record<string, string> = {}) {
  vi.resetModules()
  vi.stubEnv('DATABASE_URL', await create())
  vi.stubEnv('LOG_LEVEL', 'silent')
  vi.stubEnv('MEMBERS_API_URL', '')
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  Reflect.deleteProperty(globalThis, 'stableFuturesDatabase')
  Reflect.deleteProperty(globalThis, 'stableFuturesActions')
  Reflect.deleteProperty(globalThis, 'stableFuturesSettings')
  Reflect.deleteProperty(globalThis, 'stableFuturesDayKeys')
  Reflect.deleteProperty(globalThis, 'stableFuturesRequestCounter')
  // Not the whole start: what it begins to do every so often would go on in the tests after this.
  const { prepareDatabase } = await import('@/lib/server/prepare-database')
  await prepareDatabase()
  const { database } = await import('@/lib/shared/database/client')
  const db = await database()
  return { db, close: () => db.$disconnect() }
}

/** Puts the shipped supporters in place of those that are there, since tests run in any order. @returns how many */
export async function resetSupporters(db: PrismaClient): Promise<number> {
  const { seedSupporters } = await import('@/lib/supporters/data/write')
  await db.supporter.deleteMany()
  return seedSupporters(db)
}
