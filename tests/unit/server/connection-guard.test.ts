import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { guardConnections } from '@/lib/server/front/connection-guard.mjs'

let server: Server
beforeEach(async () => {
  server = createServer({ connectionsCheckingInterval: 20 }, (req, res) => {
    if (req.url === '/halfway') return res.write('half')
    req.resume().on('end', () => res.end(String(req.headers['x-last'])))
    req.on('error', () => undefined) // the body that never arrived
  })
  guardConnections(server, [{ key: 'X-Guard', value: 'on' }])
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterEach(() => once(server.close(), 'close'))

/** Sends these bytes and returns everything the server sends until it ends the connection. */
async function sendBytes(bytes: string, more?: string) {
  const address = server.address()
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  let received = ''
  socket.on('data', (chunk) => {
    received += chunk.toString()
    if (more) socket.write(more)
    more = undefined
  })
  socket.write(bytes)
  await once(socket, 'close')
  return received
}

test('a body that doesn’t arrive is answered in time, with the security headers', async () => {
  expect(server.requestTimeout).toBeLessThanOrEqual(60_000)
  expect(server.headersTimeout).toBeLessThan(server.requestTimeout)
  Object.assign(server, { headersTimeout: 50, requestTimeout: 100 })
  const answer = await sendBytes('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nslow')
  expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\nX-Guard: on\r\n/)
})

test('anything that isn’t HTTP is answered with the security headers', async () => {
  expect(await sendBytes('nothing\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nX-Guard: on\r\n[^]*<h1>Sorry/)
  expect(await sendBytes(`GET / HTTP/1.1\r\nHost: a\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
})

test('nothing is written into the middle of another answer', async () => {
  const answer = await sendBytes('GET /halfway HTTP/1.1\r\nHost: a\r\n\r\n', 'nothing\r\n\r\n')
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(answer).not.toContain('Sorry')
})

test('our proxy’s header is read even after a thousand of the visitor’s', async () => {
  const answer = await sendBytes(
    `GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${'a: b\r\n'.repeat(1_500)}X-Last: here\r\n\r\n`,
  )
  expect(answer).toContain('here')
})
