import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqlite } from '../databases'
import { openDesk } from './open-desk'

let desk: Awaited<ReturnType<typeof openDesk>>
let url = ''
beforeAll(async () => {
  url = await sqlite.create()
  desk = await openDesk(async () => url)
})
afterAll(() => desk.stop())

// Writes on every turn of its event loop, so nearly every transaction here has some of its writes between two
// statements.
const busyWriter = `
  const { parentPort, workerData } = require('node:worker_threads')
  const db = require('better-sqlite3')(workerData, { timeout: 10000 })
  db.exec("INSERT INTO Heartbeat (id, at) VALUES (9, '')")
  const write = db.prepare('UPDATE Heartbeat SET at = ? WHERE id = 9')
  const go = () => { write.run(String(Math.random())); setImmediate(go) }
  go()
  parentPort.postMessage('writing')
`

test('sign-in works while another process, such as staff:invite, writes to the same file', async () => {
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
