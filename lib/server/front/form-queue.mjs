// Forms queue; pages don't. A server action costs Next 4 to 7 ms of the one thread that also answers
// pages: without this, a hundred forms in a second would keep every page waiting for a second.
import { AsyncLocalStorage } from 'node:async_hooks'
import { refuse } from './refusal.mjs'

/** @typedef {import('./link.mjs').Link} Link */
/** @typedef {import('./link.mjs').Request} Request */
/** @typedef {import('./link.mjs').Response} Response */

const busyText =
  'So many people are writing right now that we couldn’t take your form. Nothing you typed is lost: go back, wait half a minute and press the button again. Your letter is still on the page, and you can copy it into your own email.'

const retryAfterSeconds = 30

/**
 * A queue for the POSTs of visitors' forms. A form that finds it full, or has waited too long, gets a 503
 * with Retry-After and a plain page, which costs next to nothing.
 * @param {{ maxRunning?: number, maxWaiting?: number, maxWaitMs?: number, maxOutside?: number }} [options] how many Next
 * handles at once (more would keep pages waiting), how many wait (each with its body, at most 100 kB), and for how long;
 * how many more may wait for an outside service, having left the queue (lib/shared/outside-queue.ts)
 */
export function createFormQueue({ maxRunning = 4, maxWaiting = 200, maxWaitMs = 3_000, maxOutside = 400 } = {}) {
  let running = 0
  let outside = 0
  /** @type {AsyncLocalStorage<{ leave: () => void }>} */
  const places = new AsyncLocalStorage()
  Object.assign(globalThis, { stableFuturesFormQueue: places })
  /** @type {Set<() => void>} in order of arrival */
  const waiting = new Set()

  /** @param {Response} res @param {() => unknown} run */
  const start = async (res, run) => {
    running++
    /** @type {'queue' | 'outside' | 'over'} */
    let place = 'queue'
    const giveWay = () => {
      running--
      const [next] = waiting
      next?.()
    }
    const leave = () => {
      if (place !== 'queue' || outside >= maxOutside) return
      place = 'outside'
      outside++
      giveWay()
    }
    const end = () => {
      if (place === 'outside') outside--
      else if (place === 'queue') giveWay()
      place = 'over'
    }
    res.once('close', end) // also when the visitor leaves, so that no one waits for an answer nobody wants
    try {
      await places.run({ leave }, run)
    } finally {
      end()
    }
  }

  return {
    /**
     * Refuses a form before its body is read, if the queue is full.
     * @type {Link}
     */
    refuseWhenFull: (req, res, next) =>
      isVisitorForm(req) && waiting.size >= maxWaiting ? refuseBusy(res) : next(req, res),

    /**
     * Queues a form once its body has arrived.
     * @param {Request} req
     * @param {Response} res
     * @param {import('./link.mjs').Handler} next
     */
    wait: async (req, res, next) => {
      if (!isVisitorForm(req)) return next(req, res)
      const run = () => next(req, res)
      if (running < maxRunning) return start(res, run)
      const isTaken = await new Promise((resolve) => {
        const settle = (/** @type {boolean} */ isTurn) => {
          clearTimeout(timer)
          waiting.delete(take)
          res.off('close', leave)
          resolve(isTurn)
        }
        const take = () => settle(true)
        const leave = () => settle(false)
        const timer = setTimeout(leave, maxWaitMs)
        res.once('close', leave)
        waiting.add(take)
      })
      if (isTaken) return start(res, run)
      return res.destroyed || refuseBusy(res)
    },
  }
}

/**
 * Whether it is a visitor's form. Staff forms are few, and don't wait.
 * @param {Pick<Request, 'method' | 'url'>} req
 */
export function isVisitorForm({ method, url = '/' }) {
  return method === 'POST' && !/^\/(?:staff|api)(?:[/?]|$)/.test(url)
}

/** @param {Response} res */
export function refuseBusy(res) {
  return refuse(res, 503, busyText, { 'retry-after': String(retryAfterSeconds), 'cache-control': 'no-store' })
}
