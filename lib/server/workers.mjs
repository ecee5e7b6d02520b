// Several processes on one port (WORKERS): a primary that serves no requests, and workers that are each a complete
// server.
import cluster from 'node:cluster'
import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

// A worker that served for this long had started properly.
const steadyMs = 10_000
// The first replacement starts at once.
const pauseMs = { first: 500, max: 30_000 }
const maxFailures = 5

/**
 * How many processes serve. lib/shared/env.ts, which each of them loads, checks WORKERS; here a bad value means one.
 * @param {string | undefined} setting
 */
export function countWorkers(setting) {
  if (setting === 'auto') return availableParallelism()
  const count = Number(setting || 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}

/**
 * Runs this same program in several workers until this process is told to stop, by SIGTERM, SIGINT or the end of the
 * process that started it. The first has to be ready before the others start, since it migrates and seeds the
 * database. If it ends before that, everything ends with its exit code, as with one process. After that, a worker that
 * ends is replaced, with longer and longer pauses if that doesn't help; if no worker stays alive, everything ends with
 * the last one's code.
 * @param {{ count: number, stopWithinMs: number, pauseFirstMs?: number }} options `stopWithinMs`: stopping workers
 * that take longer are killed
 * @returns {Promise<number>} the code to exit with: 0 after being told to stop
 */
export async function superviseWorkers({ count, stopWithinMs, pauseFirstMs = pauseMs.first }) {
  // Workers accept connections from the kernel themselves. If the primary handed them on, one given to a worker just as
  // it was killed would stay open for ever, and any the primary had accepted when the last worker stops would be reset.
  cluster.schedulingPolicy = cluster.SCHED_NONE
  const stopping = new AbortController()
  /** @type {Set<import('node:cluster').Worker>} */
  const alive = new Set()
  const failures = Array.from({ length: count }, () => 0)
  let isReady = () => {}
  let hasServed = false
  let code = 0

  const run = () =>
    new Promise((/** @type {(end: { code: number, how: string, isSteady: boolean }) => void} */ resolve) => {
      const worker = cluster.fork()
      let readyAt = Infinity
      alive.add(worker)
      worker.once('listening', () => {
        readyAt = performance.now()
        hasServed = true
        isReady()
      })
      const end = (/** @type {number | null} */ own, /** @type {string} */ how) => {
        alive.delete(worker)
        resolve({ code: own || 1, how, isSteady: performance.now() - readyAt > steadyMs })
      }
      worker.once('error', ({ message }) => end(null, message))
      worker.once('exit', (own, signal) => end(own, signal ?? `code ${own}`))
    })

  const keep = async (/** @type {number} */ slot) => {
    while (!stopping.signal.aborted) {
      const end = await run()
      if (stopping.signal.aborted) return
      const failed = (failures[slot] = (end.isSteady ? 0 : (failures[slot] ?? 0)) + 1)
      if (!hasServed || (alive.size === 0 && failures.every((times) => times >= maxFailures))) {
        code = end.code
        console.error(
          hasServed
            ? `Giving up: no worker stays alive (the last ended with ${end.how})`
            : `The first worker ended with ${end.how} before it could serve, so nothing was started`,
        )
        return stop()
      }
      const waitMs = failed === 1 ? 0 : Math.min(pauseFirstMs * 2 ** (failed - 2), pauseMs.max)
      console.error(
        `A worker ended with ${end.how}; ${alive.size} still running, starting another ${waitMs === 0 ? 'now' : `in ${waitMs / 1000} s`}`,
      )
      await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  function stop() {
    if (stopping.signal.aborted) return
    stopping.abort()
    for (const worker of alive) worker.process.kill('SIGTERM')
    setTimeout(() => {
      for (const worker of alive) worker.process.kill('SIGKILL')
    }, stopWithinMs).unref()
  }
  function tell() {
    if (!stopping.signal.aborted) console.log('Stopping: answering the requests in progress first')
    stop()
  }
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, tell)
  process.channel?.unref()

  const ready = new Promise((/** @type {(value: void) => void} */ resolve) => (isReady = resolve))
  const slots = [keep(0)]
  await Promise.race([ready, slots[0]])
  for (let slot = 1; slot < count; slot++) slots.push(keep(slot))
  await Promise.all(slots)
  return code
}
