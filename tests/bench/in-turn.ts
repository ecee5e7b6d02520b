import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/**
 * Asks for addresses in turn over kept-alive connections, by plain sockets: Node's client takes as long
 * as the server.
 * @returns answers a second
 */
export async function askInTurn(
  url: string,
  paths: readonly string[],
  { connections = 16, requests = 10_000, headers = 'Accept-Encoding: br' } = {},
): Promise<number> {
  const { hostname, port, host } = new URL(url)
  let asked = 0
  const nextRequest = () =>
    asked < requests ? `GET ${paths[asked++ % paths.length]} HTTP/1.1\r\nHost: ${host}\r\n${headers}\r\n\r\n` : null
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(Number(port), hostname).setNoDelay()
      await once(socket, 'connect')
      return socket
    }),
  )
  const begun = performance.now()
  await Promise.all(sockets.map((socket) => converse(socket, nextRequest)))
  const seconds = (performance.now() - begun) / 1000
  for (const socket of sockets) socket.destroy()
  return requests / seconds
}

/** Sends one request after another, each when the answer before is whole. */
function converse(socket: Socket, nextRequest: () => string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    let head = ''
    let missing = 0 // bytes of the body; 0 while the head is read
    const send = () => {
      const request = nextRequest()
      if (request === null) return resolve()
      socket.write(request)
    }
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the server has closed the connection')))
    socket.on('data', (chunk) => {
      let bytes = chunk
      if (missing === 0) {
        head += bytes.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const [, status] = /^HTTP\/1\.1 (\d+)/.exec(head) ?? []
        const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? []
        if (status !== '200' || length === undefined) return reject(new Error(`answered ${head.slice(0, 200)}`))
        bytes = bytes.subarray(bytes.length - (head.length - end - 4))
        missing = Number(length)
        head = ''
      }
      missing -= bytes.length
      if (missing === 0) send()
    })
    send()
  })
}
