import Database from 'better-sqlite3'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { typescript } from '@/lib/cli/setup.mjs'
import { connect } from '@/lib/shared/database/client'
import { DatabaseIdentityError, markerFile } from '@/lib/shared/database/identity'
import { migrate } from '@/lib/shared/database/migrate'
import { tightenFolder } from '@/lib/shared/database/private-files'
import { findSqliteFile } from '@/lib/shared/database/dialect'
import { describeOnce, onEachDatabase, sqlite, testOnce } from '../databases'

const fileOf = (url: string) => url.slice('file:'.length)

async function readIdentity(url: string) {
  const db = await connect(url)
  const row = await db.databaseIdentity.findUniqueOrThrow({ where: { id: 1 } })
  await db.$disconnect()
  return row.identity
}

/** What happens to databases at night: the file is gone, or somebody has emptied it. */
async function lose(url: string) {
  if (findSqliteFile(url) !== null) return rm(fileOf(url))
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await client.end()
}

async function migrateAccepting(url: string) {
  vi.resetModules()
  vi.stubEnv('ACCEPT_DATABASE', 'true')
  const accepting = await import('@/lib/shared/database/migrate')
  return accepting.migrate(url)
}

beforeEach(() => void vi.stubEnv('LOG_LEVEL', 'silent'))
afterEach(() => void vi.unstubAllEnvs())

onEachDatabase('the id of a database', ({ create }) => {
  test('is written down at the first start, and again when only the note is lost', async () => {
    const url = await create()
    await migrate(url)
    const identity = await readIdentity(url)
    expect(await readFile(markerFile(url), 'utf8')).toBe(`${identity}\n`)
    expect((await stat(markerFile(url))).mode & 0o777).toBe(0o600)
    await rm(markerFile(url))
    expect(await migrate(url)).toEqual([])
    expect(await readFile(markerFile(url), 'utf8')).toBe(`${identity}\n`)
  })

  test('keeps a start from making an empty database where one was, unless that is meant', async () => {
    const url = await create()
    await migrate(url)
    const before = await readIdentity(url)
    await lose(url)
    await expect(migrate(url)).rejects.toThrow(DatabaseIdentityError)
    await expect(migrate(url)).rejects.toThrow(
      /now it is missing or empty[^]*npm run restore -- FILE[^]*npm start -- --new/,
    )
    await expect(migrate(url)).rejects.not.toThrow('postgres:postgres') // no password
    if (findSqliteFile(url) !== null) expect(existsSync(fileOf(url))).toBe(false)
    expect(await migrateAccepting(url)).not.toEqual([])
    const after = await readIdentity(url)
    expect(after).not.toBe(before)
    expect(await migrate(url)).toEqual([])
  })

  test('keeps a start from using another database in its place, unless that is meant', async () => {
    const url = await create()
    await migrate(url)
    const db = await connect(url)
    await db.databaseIdentity.update({ where: { id: 1 }, data: { identity: 'of another' } })
    await db.$disconnect()
    await expect(migrate(url)).rejects.toThrow('not the database that was here before')
    expect(await migrateAccepting(url)).toEqual([])
    expect(await migrate(url)).toEqual([])
  })
})

testOnce('a server that misses its database ends and says what to do', async () => {
  const url = await sqlite.create()
  await migrate(url)
  await lose(url)
  const run = promisify(execFile)(process.execPath, typescript('tests/integration/server/start-server-once.ts'), {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'info' },
  })
  const { code, stdout } = await run.then(
    () => ({ code: 0, stdout: '' }),
    (error: { code: number; stdout: string }) => error,
  )
  expect(code).toBe(1)
  expect(stdout).toContain('npm run restore')
})

testOnce('another DATABASE_URL is another database', async () => {
  const url = await sqlite.create()
  await migrate(url)
  await migrate(`${url}.second`)
  await rm(fileOf(url))
  expect(await migrate(`${url}.second`)).toEqual([])
})

describeOnce('rights', () => {
  test('nobody else reads the database, what stands beside it, or VAR_DIR; what was open is closed at a start', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'rights '))
    const varDir = path.join(folder, 'var')
    await mkdir(varDir)
    await chmod(varDir, 0o755)
    const file = path.join(varDir, 'site.db')
    await writeFile(file, '')
    await chmod(file, 0o644)
    const mode = async (name: string) => (await stat(name)).mode & 0o777
    const env = {
      ...process.env,
      DATABASE_URL: `file:${file}`,
      VAR_DIR: varDir,
      LOG_LEVEL: 'silent',
      MEMBERS_API_URL: '',
      COMMITTEES_API_URL: '',
    }
    await promisify(execFile)(process.execPath, typescript('tests/integration/server/start-server-once.ts'), { env })
    expect(await mode(varDir)).toBe(0o700)
    const open = new Database(file) // keeps the log and the shared memory there
    open.exec('CREATE TABLE extra (id INTEGER)')
    for (const name of [file, `${file}-wal`, `${file}-shm`, `${file}.id`]) expect(await mode(name), name).toBe(0o600)
    open.close()
  })

  test('folders that are made are for the owner; those that were there and are not the site’s stay as they are', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'rights '))
    await chmod(folder, 0o755)
    const url = `file:${folder}/new/below/site.db`
    await migrate(url)
    expect((await stat(path.join(folder, 'new'))).mode & 0o777).toBe(0o700)
    expect((await stat(folder)).mode & 0o777).toBe(0o755)
    const before = await Promise.all([os.tmpdir(), process.cwd()].map(async (each) => (await stat(each)).mode))
    for (const each of [os.tmpdir(), process.cwd(), path.dirname(process.cwd()), os.homedir(), '/']) tightenFolder(each)
    expect(await Promise.all([os.tmpdir(), process.cwd()].map(async (each) => (await stat(each)).mode))).toEqual(before)
  })

  test('a database that was readable by others is closed to them', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'rights '))
    const url = `file:${folder}/site.db`
    await migrate(url)
    await chmod(fileOf(url), 0o666)
    await migrate(url)
    expect((await stat(fileOf(url))).mode & 0o777).toBe(0o600)
  })
})
