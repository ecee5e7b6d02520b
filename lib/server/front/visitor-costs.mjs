// Accounts for what each visitor's requests cost in processor time, so that no one can hog the site by
// requesting what isn't cached.
import { LRUCache } from 'lru-cache'
import { addressHeader } from './own-headers.mjs'
import { refuse } from './refusal.mjs'
import { unknownVisitor } from '../../shared/visitor-address.mjs'

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {{ owedMs: number, at: number }} Debt */
/** @typedef {ReturnType<typeof createVisitorCosts>} VisitorCosts */

// A class of pupils all looking up their MP at the same moment, without JavaScript, takes about 2 s.
const burstMs = 5_000

// All visitors without a known address together get this many times as much.
const unknownTimes = 8

// Charged up front and refunded at the end, so that many simultaneous requests count before they finish.
const advanceMs = 10

// The cost of a refusal. Anyone who keeps asking without a pause pays for that too, but never waits long for it.
const refusalMs = 0.2
const maxForRefusalsMs = 1_000

// The cost of an answer from memory, which no one is charged for.
const keptMs = 0.1

const maxVisitors = 100_000

/**
 * Keeps account of processor time by the visitor's prefix: what the process uses is shared equally between
 * the requests in progress. Beyond a burst of five seconds a visitor gets `share` of one core.
 * @param {{
 *   share: number,
 *   now?: () => number,
 *   readCpuMs?: () => number,
 * }} options `share` of one core, such as 0.1; a clock and this process's processor time, both in ms
 */
export function createVisitorCosts({ share, now = () => performance.now(), readCpuMs = readProcessCpuMs }) {
  /** @type {LRUCache<string, Debt>} */
  const debts = new LRUCache({ max: maxVisitors })
  let inWork = 0
  let eachMs = 0 // what a request would owe if it had been in progress since the start
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
     * Starts charging a request.
     * @param {Request} req
     * @returns {(() => void) | null} call this when the request is answered; null if the visitor has to wait
     */
    begin(req) {
      const visitor = String(req.headers[addressHeader] ?? unknownVisitor)
      const overMs = owe(visitor, 0)
      if (overMs >= 0) {
        if (overMs < maxForRefusalsMs) owe(visitor, refusalMs)
        return null
      }
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
    /** Notes an answer from memory, so that its cost isn't charged to the requests in progress. */
    excuse() {
      excusedMs += keptMs
    },
    /** How many seconds until a visitor can ask again. @param {Request} req */
    secondsToWait(req) {
      const visitor = String(req.headers[addressHeader] ?? unknownVisitor)
      return Math.max(1, Math.ceil(owe(visitor, 0) / share / timesOf(visitor) / 1000))
    },
  }
}

const costlyText =
  'We’ve had a lot of requests from your connection at once. Wait a minute, then go back and try again. What you typed is still on the page.'

/**
 * Tells a visitor who has used up what they may cost when to come back.
 * @param {VisitorCosts | undefined} costs
 * @param {Request} req
 * @param {import('node:http').ServerResponse} res
 */
export function refuseCostly(costs, req, res) {
  return refuse(res, 429, costlyText, { 'retry-after': String(costs?.secondsToWait(req) ?? 1) })
}

function readProcessCpuMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
