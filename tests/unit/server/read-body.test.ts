import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBodyReader } from '@/lib/server/front/read-body.mjs'

const readBody = createBodyReader({ maxHeldBytes: 1_000 })
let begun = 0
let arrived = 0
const outcomes: string[] = []
const server = createServer((req, res) => {
  begun++
  req.on('data', (chunk: Buffer) => (arrived += chunk.length))
  void readBody(req, 600).then((read) => {
    outcomes.push(read.outcome)
    res.end(read.outcome === 'read' ? read.body : read.outcome)
  })
})

beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close().closeAllConnections())

async function open(sent: string) {
  const address = server.address()
  const asked = request({
    port: typeof address === 'object' ? address?.port : undefined,
    host: '127.0.0.1',
    method: 'POST',
    agent: false,
    headers: { 'content-length': '600' },
  })
  asked.on('error', () => undefined) // because we leave ourselves
  const [before, waiting] = [arrived, begun]
  asked.write(sent)
  await expect.poll(() => [begun, arrived]).toEqual([waiting + 1, before + sent.length])
  return asked
}

async function read(asked: ReturnType<typeof request>) {
  const [answer]: IncomingMessage[] = await once(asked, 'response')
  let body = ''
  for await (const chunk of answer ?? []) body += chunk
  return body
}

test('bodies that never finish arriving give way to those that do', async () => {
  const slow = [await open('a'.repeat(400)), await open('a'.repeat(400))]
  const [first, second] = slow.map(read)
  const honest = await open('b'.repeat(300))
  expect(await first).toBe('crowded')
  honest.end('c'.repeat(300))
  expect(await read(honest)).toBe('b'.repeat(300) + 'c'.repeat(300))
  slow[1]?.end('a'.repeat(200)) // there was room again
  expect(await second).toBe('a'.repeat(600))
})

test('a visitor who leaves half way leaves nothing in memory', async () => {
  outcomes.length = 0
  for (let left = 0; left < 3; left++) {
    const leaving = await open('a'.repeat(500))
    leaving.destroy()
    await expect.poll(() => outcomes.length).toBe(left + 1)
  }
  expect(outcomes).toEqual(['gone', 'gone', 'gone'])
  const whole = await open('a'.repeat(599))
  whole.end('a')
  expect(await read(whole)).toBe('a'.repeat(600))
})
