import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databases } from '../databases'
import { openDesk } from './desk'

const sqlite = databases[0]
let desk: Awaited<ReturnType<typeof openDesk>>
let url = ''
beforeAll(async () => {
  if (!sqlite) throw new Error('no SQLite')
  url = await sqlite.create()
  desk = await openDesk(async () => url)
})
afterAll(() => desk.stop())

test('signing in works while another process, such as the command that invites, writes to the same file', async () => {
  const other = new Database(url.slice('file:'.length), { timeout: 10_000 })
  other.exec(`INSERT INTO "Heartbeat" ("id", "at") VALUES (9, '')`)
  const write = other.prepare('UPDATE "Heartbeat" SET "at" = ? WHERE "id" = 9')
  let isWriting = true
  // Between any two turns of the event loop, and so between the statements of a transaction.
  const writing = (async () => {
    while (isWriting) {
      try {
        write.run(new Date().toISOString())
      } catch (error) {
        if (!(error instanceof Database.SqliteError)) throw error
      }
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()
  other.pragma('busy_timeout = 0')
  const names = Array.from({ length: 8 }, (_, at) => `beside-${at}`)
  try {
    for (const name of names) await desk.signIn(name, 'editor')
  } finally {
    isWriting = false
    await writing
    other.close()
  }
  expect(await desk.db.session.count()).toBe(names.length)
})
