// How a server stops: what has begun or has arrived is answered, and nothing waits for ever.
import cluster from 'node:cluster'
import { Server as NetServer } from 'node:net'

/** @typedef {import('node:http').Server} Server */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('node:net').Socket} Socket */

// The longest that a server which is asked for more and more goes on taking what has just arrived.
const drainMs = 1_000

const turn = () => new Promise((resolve) => setImmediate(resolve))

/**
 * Prepares a server to be stopped. To stop is to take what has arrived, also what still stands in the
 * kernel's queue, then no new connection; to answer all of it, with `Connection: close` on the last answer
 * of each connection; to end idle connections at once, and after `timeoutMs` the others too.
 * @param {Server} server before its first connection
 * @param {{ timeoutMs: number }} options
 * @returns {() => Promise<{ cut: number }>} stops it, and a second time changes nothing; `cut` connections
 * were ended in the middle of a request
 */
export function createStop(server, { timeoutMs }) {
  /** @type {Map<Socket, Set<Response>>} the answers that each connection is owed */
  const owed = new Map()
  /** @type {WeakMap<Socket, Response>} the one that ends it */
  const last = new WeakMap()
  /** @type {Set<Socket> | null} while new connections are only taken */
  let taken = null
  let isStopping = false
  let arrivals = 0

  server.prependListener('connection', (/** @type {Socket} */ socket) => {
    arrivals++
    owed.set(socket, new Set())
    socket.once('close', () => owed.delete(socket))
  })
  // Not read yet: who is answered would come again, and there would be no end of it.
  server.on('connection', (/** @type {Socket} */ socket) => {
    if (taken?.add(socket)) process.nextTick(() => socket.pause()) // http begins to read in this very tick
  })
  const owe = (/** @type {import('node:http').IncomingMessage} */ { socket }, /** @type {Response} */ res) => {
    arrivals++
    const answers = owed.get(socket)?.add(res)
    if (isStopping) endAfter(socket, res)
    res.once('close', () => {
      answers?.delete(res)
      if (isStopping && !taken && answers?.size === 0) void closeIdle()
    })
  }
  server.prependListener('request', owe)
  server.prependListener('checkExpectation', owe)

  // Pipelined requests are all answered, so only the last answer of a connection may end it.
  function endAfter(/** @type {Socket} */ socket, /** @type {Response} */ res) {
    const before = last.get(socket)
    if (before && !before.headersSent) before.shouldKeepAlive = true
    if (res.headersSent || !res.shouldKeepAlive) return
    res.shouldKeepAlive = false
    last.set(socket, res)
  }

  /** Resolves once nothing arrives any more. libuv takes one connection a turn of the event loop. */
  async function settle() {
    const until = performance.now() + Math.min(drainMs, timeoutMs)
    for (let quiet = 0; quiet < 3 && performance.now() < until; ) {
      const before = arrivals
      await turn()
      quiet = before === arrivals ? quiet + 1 : 0
    }
  }

  async function closeIdle() {
    await settle()
    const busy = [...owed].filter(([, answers]) => answers.size > 0).map(([socket]) => socket)
    // Node knows which are between two requests, but counts an answer that is made and not yet sent as
    // over, and a connection on which nothing ever came as busy.
    for (const socket of busy) socket.destroy = () => socket
    server.closeIdleConnections()
    for (const socket of busy) Reflect.deleteProperty(socket, 'destroy')
    for (const socket of owed.keys()) if (socket.bytesRead === 0) socket.destroy()
  }

  async function stop() {
    isStopping = true
    for (const [socket, answers] of owed) for (const res of [...answers].slice(-1)) endAfter(socket, res)
    /** @type {NodeJS.Timeout | undefined} */
    let timer
    const isOver = new Promise((resolve) => (timer = setTimeout(resolve, timeoutMs, false)))
    taken = new Set()
    await settle()
    // http's own `close` would also end what is idle, before it is read.
    const isClosed = new Promise((resolve) => void NetServer.prototype.close.call(server, () => resolve(true)))
    for (const socket of taken) socket.resume()
    taken = null
    await closeIdle()
    const cut = (await Promise.race([isClosed, isOver])) ? 0 : owed.size
    clearTimeout(timer)
    server.closeAllConnections()
    return { cut }
  }

  /** @type {Promise<{ cut: number }> | undefined} */
  let stopping
  return () => (stopping ??= stop())
}

/**
 * Has this process stop at SIGTERM, at SIGINT, and when the process that started it with a channel
 * (lib/cli/start.mjs, or the primary of workers) is gone, by whatever end: it would go on alone and keep the port.
 * @param {() => Promise<void>} stop is called once, however many signals come; then the process ends, with 0
 */
export function stopWhenTold(stop) {
  let isTold = false
  const tell = () => {
    if (isTold) return
    isTold = true
    void stop().finally(() => process.exit(0))
  }
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, tell)
  // Node would end a worker in the middle of everything; and its channel keeps it alive until it listens.
  if (cluster.worker) cluster.worker.exitedAfterDisconnect = true
  else process.channel?.unref()
}
