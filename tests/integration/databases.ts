import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, inject, test, vi } from 'vitest'
import { database, type PrismaClient } from '@/lib/shared/database/client'
import { createDatabase } from '../postgres'

/** A kind of database: its name, and how to make an empty one. */
export type Kind = { name: 'SQLite' | 'PostgreSQL'; create: () => Promise<string> }

export const sqlite: Kind = {
  name: 'SQLite',
  create: async () => `file:${path.join(await mkdtemp(path.join(os.tmpdir(), 'stable futures ')), 'test.db')}`,
}
export const postgres: Kind = { name: 'PostgreSQL', create: () => createDatabase(inject('postgresUrl')) }

/** The kind that this run of the file is for: one project of vitest.config.ts is for SQLite and one for PostgreSQL. */
const kind = process.env.TEST_DATABASE === 'PostgreSQL' ? postgres : sqlite
export const databases = [kind]

/**
 * Describes a subject on SQLite and on PostgreSQL, each in a process of its own. DATABASE_URL names a database that
 * is migrated and filled as at the start of a server, so modules of the site can be imported as usual. A file that
 * needs other settings stubs them in `vi.hoisted`, before its imports are evaluated.
 * @param define is given the open database, its kind, and how to make another, empty one
 */
export function onEachDatabase(
  subject: string,
  define: (opened: Kind & { db: PrismaClient; isPostgres: boolean }) => void,
) {
  describe(`${subject} on ${kind.name}`, () => {
    afterAll(() => db.$disconnect())
    define({ ...kind, db, isPostgres: kind === postgres })
  })
}

/** A test that is not about the database of this run, beside some that are: it runs once, with those of SQLite. */
export const testOnce = test.runIf(kind === sqlite)
/** The same for a group of tests. */
export const describeOnce = describe.runIf(kind === sqlite)

/**
 * Points the modules that are imported after this at another database, migrated and filled as at the start of a
 * server: for tests about settings or about processes that begin again.
 * @param settings more settings than DATABASE_URL
 * @returns the open database and a function that closes it
 */
export async function useDatabase(create: () => Promise<string>, settings: Record<string, string> = {}) {
  vi.resetModules()
  vi.stubEnv('DATABASE_URL', await create())
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

const db = await database()
