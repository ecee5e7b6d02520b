import Database from 'better-sqlite3'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { typescript } from '../../lib/cli/setup.mjs'
import { createDatabase, startPostgres } from '../postgres'

/** Databases that are migrated and filled as at the start of a server, for tests to copy. */
type Filled = { sqliteFile: string; postgresName: string }

declare module 'vitest' {
  // Vitest's way of typing `inject` is to widen its own interface.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface ProvidedContext {
    postgresUrl: string
    filled: Filled
  }
}

// On globalThis, since each project of vitest.config.ts imports this module for itself.
const shared: typeof globalThis & { integration?: { servers: ReturnType<typeof start>; users: number } } = globalThis

/** One PostgreSQL server for all integration tests, and the filled databases. */
export default async function setup(project: TestProject) {
  const held = (shared.integration ??= { servers: start(), users: 0 })
  held.users++
  const { postgresUrl, filled, stop } = await held.servers
  project.provide('postgresUrl', postgresUrl)
  project.provide('filled', filled)
  return async () => {
    if (--held.users === 0) await stop()
  }
}

async function start() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'stable futures filled '))
  const sqliteFile = path.join(folder, 'filled.db')
  const fillSqlite = async () => {
    await fill(`file:${sqliteFile}`, folder)
    const db = new Database(sqliteFile)
    db.pragma('wal_checkpoint(TRUNCATE)') // so that the file alone is the whole database
    db.close()
  }
  const startFilled = async () => {
    const server = await startPostgres()
    const url = await createDatabase(server.url)
    await fill(url, folder)
    return { server, name: new URL(url).pathname.slice(1) }
  }
  const [{ server, name }] = await Promise.all([startFilled(), fillSqlite()])
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { postgresUrl: server.url, filled: { sqliteFile, postgresName: name }, stop }
}

async function fill(url: string, varDir: string) {
  await promisify(execFile)(process.execPath, typescript('tests/integration/fill.ts'), {
    env: {
      ...process.env,
      DATABASE_URL: url,
      VAR_DIR: varDir,
      LOG_LEVEL: 'silent',
      MEMBERS_API_URL: '',
      COMMITTEES_API_URL: '',
    },
  })
}
