import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databases } from '../databases'
import { openDesk } from './open-desk'

const sqlite = databases[0]
let desk: Awaited<ReturnType<typeof openDesk>>
let url = ''
beforeAll(async () => {
  if (!sqlite) throw new Error('no SQLite')
  url = await sqlite.create()
  desk = await openDesk(async () => url)
})
afterAll(() => desk.stop())

// Writes without a pause but for the turns of its own event loop, so that hardly a transaction here has
// none of its writes between two of its statements.
const busyWriter = `
  const { parentPort, workerData } = require('node:worker_threads')
  const db = require('better-sqlite3')(workerData, { timeout: 10000 })
  db.exec("INSERT INTO Heartbeat (id, at) VALUES (9, '')")
  const write = db.prepare('UPDATE Heartbeat SET at = ? WHERE id = 9')
  const go = () => { write.run(String(Math.random())); setImmediate(go) }
  go()
  parentPort.postMessage('writing')
`

test('signing in works while another process, such as the command that invites, writes to the same file', async () => {
  const other = new Worker(busyWriter, { eval: true, workerData: url.slice('file:'.length) })
  await once(other, 'message')
  const names = Array.from({ length: 12 }, (_, at) => `beside-${at}`)
  try {
    for (const name of names) await desk.signIn(name, 'editor')
  } finally {
    await other.terminate()
  }
  expect(await desk.db.session.count()).toBe(names.length)
})
