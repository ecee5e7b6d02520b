// How a server stops: it answers everything in progress or already here, and never waits for ever.
import cluster from 'node:cluster'
import { Server as NetServer } from 'node:net'

/** @typedef {import('node:http').Server} Server */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('node:net').Socket} Socket */

// How long a server that keeps getting requests goes on accepting new arrivals.
const drainMs = 1_000

const turn = () => new Promise((resolve) => setImmediate(resolve))

/**
 * Prepares a server to be stopped. Stopping means accepting what has arrived, including what is still in the
 * kernel's queue, then no new connections; answering all of it, with `Connection: close` on the last answer
 * of each connection; closing idle connections at once, and the others after `timeoutMs`.
 * @param {Server} server before its first connection
 * @param {{ timeoutMs: number }} options
 * @returns {() => Promise<{ cut: number }>} stops it; calling it again changes nothing. `cut` is how many
 * connections were closed in the middle of a request
 */
export function createStop(server, { timeoutMs }) {
  /** @type {Map<Socket, Set<Response>>} the answers each connection is owed */
  const owed = new Map()
  /** @type {WeakMap<Socket, Response>} the answer that ends it */
  const last = new WeakMap()
  /** @type {Set<Socket> | null} while new connections are accepted but not read */
  let taken = null
  let isStopping = false
  let arrivals = 0

  server.prependListener('connection', (/** @type {Socket} */ socket) => {
    arrivals++
    owed.set(socket, new Set())
    socket.once('close', () => owed.delete(socket))
  })
  // Not read yet: a client that gets an answer would come back, and there would be no end to it.
  server.on('connection', (/** @type {Socket} */ socket) => {
    if (taken?.add(socket)) process.nextTick(() => socket.pause()) // http starts reading in this very tick
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

  // All pipelined requests are answered, so only the last answer on a connection can end it.
  function endAfter(/** @type {Socket} */ socket, /** @type {Response} */ res) {
    const before = last.get(socket)
    if (before && !before.headersSent) before.shouldKeepAlive = true
    if (res.headersSent || !res.shouldKeepAlive) return
    res.shouldKeepAlive = false
    last.set(socket, res)
  }

  /** Resolves once nothing more arrives. libuv accepts one connection per tick of the event loop. */
  async function settle() {
    const until = performance.now() + Math.min(drainMs, timeoutMs)
    for (let quiet = 0; quiet < 3 && performance.now() < until;) {
      const before = arrivals
      await turn()
      quiet = before === arrivals ? quiet + 1 : 0
    }
  }

  async function closeIdle() {
    await settle()
    const busy = [...owed].filter(([, answers]) => answers.size > 0).map(([socket]) => socket)
    // Node knows which are between two requests, but it treats an answer that is ready but not yet sent as
    // over, and a connection that never sent anything as busy.
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
    // http's own `close` would also end idle connections, before they are read.
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
 * Makes this process stop on SIGTERM, on SIGINT, and when the process that started it with a channel
 * (lib/cli/start.mjs, or the workers' primary) is gone, however that ended. Otherwise it would carry on alone and keep
 * the port.
 * @param {() => Promise<void>} stop called once, however many signals arrive; then the process exits with 0
 */
export function stopWhenTold(stop) {
  let isTold = false
  const tell = () => {
    if (isTold) return
    isTold = true
    void stop().finally(() => process.exit(0))
  }
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, tell)
  // Node would otherwise end a worker mid-request. Its channel keeps it alive until it listens.
  if (cluster.worker) cluster.worker.exitedAfterDisconnect = true
  else process.channel?.unref()
}
