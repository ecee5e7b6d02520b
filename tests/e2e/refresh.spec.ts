import type { ChildProcess } from 'node:child_process'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { createDatabase, startPostgres } from '../postgres'
import { makeInstall, serve } from './own-server'
import { expect, test } from './test'

const children: ChildProcess[] = []
test.afterAll(() => children.map((child) => child.kill()))

async function startServer(databaseUrl?: string) {
  const install = await makeInstall(databaseUrl)
  children.push(await serve(install))
  return { page: `${install.url}/supporters`, file: (install.settings.DATABASE_URL ?? '').replace('file:', '') }
}

/** What a desk process writes: a change, and the signal that something changed. */
const change = (name: string) => [
  `UPDATE "Supporter" SET "name" = '${name}' WHERE "id" = (SELECT MIN("id") FROM "Supporter" WHERE "kind" = 'peer')`,
  `INSERT INTO "AuditEntry" ("at", "day", "action", "entity", "entityId") VALUES ('2026-01-01T00:00:00.000Z', '2026-01-01', 'supporter.changed', 'supporter', '1')`,
]

/** Pages are cached for minutes: a change that shows sooner shows because the server was notified. */
async function expectSeenAtOnce(pages: string[], write: (statements: string[]) => Promise<void>) {
  for (const name of [
    'Baroness First',
    'Baroness Second',
    'Baroness Third',
    'Baroness Fourth',
    'Baroness Fifth',
    'Baroness Sixth',
  ]) {
    const isShown = async () =>
      Promise.all(pages.map(async (page) => (await (await fetch(page)).text()).includes(name)))
    expect(await isShown()).not.toContain(true)
    await write(change(name))
    await expect.poll(isShown, { timeout: 8_000, message: name }).not.toContain(false)
  }
}

test('another process’s change to the SQLite file shows immediately', async () => {
  const { page, file } = await startServer()
  await expectSeenAtOnce([page], async (statements) => {
    const database = new Database(file, { timeout: 10_000 })
    database.transaction(() => statements.forEach((statement) => database.exec(statement)))()
    database.close()
  })
})

test('a change shows immediately on two servers of one PostgreSQL database', async () => {
  const postgres = await startPostgres()
  const url = await createDatabase(postgres.url)
  const pages = [(await startServer(url)).page, (await startServer(url)).page]
  const client = new Client({ connectionString: url })
  await client.connect()
  await expectSeenAtOnce(
    pages,
    async (statements) => void (await client.query(['BEGIN', ...statements, 'COMMIT'].join(';'))),
  )
  await client.end()
  for (const child of children) child.kill()
  await postgres.stop()
})
