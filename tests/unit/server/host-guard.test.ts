import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseUnclearHost } from '@/lib/server/front/host-guard.mjs'

const server = createServer({ requireHostHeader: false }, (req, res) =>
  refuseUnclearHost(req, res, () => res.end('let in')),
)
let port = 0

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  port = typeof address === 'object' ? (address?.port ?? 0) : 0
})
afterAll(() => server.close())

async function send(bytes: string) {
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
  let received = ''
  for await (const chunk of socket) received += String(chunk)
  return received
}

test.each([
  ['two', '1.1', 'Host: site.example\r\nHost: evil.example\r\n'],
  ['the same twice', '1.1', 'Host: site.example\r\nhost: site.example\r\n'],
  ['two, before HTTP/1.1', '1.0', 'Host: site.example\r\nHost: evil.example\r\n'],
  ['none', '1.1', ''],
  ['an empty name', '1.1', 'Host:\r\n'],
  ['a path', '1.1', 'Host: site.example/evil\r\n'],
  ['a name and password', '1.1', 'Host: a:b@site.example\r\n'],
  ['a list', '1.1', 'Host: site.example, evil.example\r\n'],
  ['no port', '1.1', 'Host: site.example:\r\n'],
  ['spaces', '1.1', 'Host: site example\r\n'],
  ['an umlaut', '1.1', 'Host: s\xefte.example\r\n'],
  ['a very long name', '1.1', `Host: ${'a'.repeat(300)}\r\n`],
])('a request with %s as its host is refused with our page', async (_what, version, headers) => {
  const answer = await send(`GET / HTTP/${version}\r\n${headers}Connection: close\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer).toContain('Sorry, that did not work')
})

test.each([
  ['1.1', 'Host: site.example\r\n'],
  ['1.1', 'Host: LOCALHOST:3000\r\n'],
  ['1.1', 'Host: [2001:db8::7]:443\r\n'],
  ['1.1', 'Host: 192.0.2.1\r\n'],
  ['1.0', ''],
])('HTTP/%s with %j is let in', async (version, headers) => {
  expect(await send(`GET / HTTP/${version}\r\n${headers}Connection: close\r\n\r\n`)).toMatch(/let in$/)
})
