// What each visitor's requests cost in processor time, so that nobody can take the site for themselves
// by asking for what is not kept.
import { LRUCache } from 'lru-cache'
import { addressHeader } from './request-guard.mjs'
import { unknownVisitor } from './visitor-address.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {{ owedMs: number, at: number }} Debt */
/** @typedef {ReturnType<typeof createVisitorCosts>} VisitorCosts */

// A class that looks up its MPs at the same moment, without JavaScript, takes about 2 s.
const burstMs = 5_000

// All visitors without a known address together.
const unknownTimes = 8

// Charged at once and given back at the end, so that many requests at the same time count before they end.
const advanceMs = 10

// Of an answer from memory, which nobody is charged for.
const keptMs = 0.1

const mostVisitors = 100_000

/**
 * Keeps account of processor time by the visitor's prefix: what the process uses is shared equally by
 * the requests in work. Over a burst of five seconds a visitor gets `share` of one core.
 * @param {{
 *   share: number,
 *   now?: () => number,
 *   readCpuMs?: () => number,
 * }} options `share` of one core, such as 0.1; a clock, and the processor time of this process, in ms
 */
export function createVisitorCosts({ share, now = () => performance.now(), readCpuMs = readProcessCpuMs }) {
  /** @type {LRUCache<string, Debt>} */
  const debts = new LRUCache({ max: mostVisitors })
  let inWork = 0
  let eachMs = 0 // what a request would have been charged that has been in work since the start
  let seenMs = readCpuMs()
  let excusedMs = 0

  const settle = () => {
    const usedMs = readCpuMs()
    if (inWork > 0) eachMs += Math.max(0, usedMs - seenMs - excusedMs) / inWork
    seenMs = usedMs
    excusedMs = 0
  }
  const timesOf = (/** @type {string} */ visitor) => (visitor === unknownVisitor ? unknownTimes : 1)
  const owe = (/** @type {string} */ visitor, /** @type {number} */ moreMs) => {
    const { owedMs, at } = debts.get(visitor) ?? { owedMs: 0, at: 0 }
    const debt = { owedMs: Math.max(0, owedMs - (now() - at) * share * timesOf(visitor)) + moreMs, at: now() }
    debts.set(visitor, debt)
    return debt.owedMs - burstMs * timesOf(visitor)
  }

  return {
    /**
     * Begins to charge a request.
     * @param {Request} req
     * @returns {(() => void) | null} to be called when it is answered; null when its visitor has to wait
     */
    begin(req) {
      const visitor = String(req.headers[addressHeader] ?? unknownVisitor)
      if (owe(visitor, 0) >= 0) return null
      settle()
      owe(visitor, advanceMs)
      inWork++
      const from = eachMs
      let isOpen = true
      return () => {
        if (!isOpen) return
        isOpen = false
        settle()
        inWork--
        owe(visitor, eachMs - from - advanceMs)
      }
    },
    /** Says that an answer from memory was given: what it took is not charged to those in work. */
    excuse() {
      excusedMs += keptMs
    },
    /** In how many seconds a visitor can ask again. @param {Request} req */
    secondsToWait(req) {
      const visitor = String(req.headers[addressHeader] ?? unknownVisitor)
      return Math.max(1, Math.ceil(owe(visitor, 0) / share / timesOf(visitor) / 1000))
    },
  }
}

function readProcessCpuMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
