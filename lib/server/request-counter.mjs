// How often each visitor does what. The chain before Next and the site's own code count in one place,
// which has no timers: a timer made inside a request keeps that whole request, 45 kB, until it fires.

import { hash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/**
 * At most `points` in each `seconds`, at most an hour. Windows begin by the clock, so that they are the same in all processes.
 * @typedef {{ seconds: number, points: number }} Limit
 */

/** What a process adds to a count that all share; `endsAtMinute` is minutes since 1970.
 * @typedef {{ key: string, count: number, endsAtMinute: number }} SharedCount
 */

/** @typedef {ReturnType<typeof createRequestCounter>} RequestCounter */

// 200 bytes each. The one used longest ago goes first. To have one's own entry go early one must use as many others
// as there are, each of which is a visitor's address with an allowance of its own: that gains nothing.
const maxEntries = 200_000

// Counts that have come to this part of their limit here are added up with those of other processes, so
// many at most.
const sharedFrom = 0.1
const maxShared = 5_000

/**
 * Counts in memory, under a keyed hash.
 * @param {{ max?: number, now?: () => number }} [options] the most counts kept; the clock in ms
 */
export function createRequestCounter({ max = maxEntries, now = () => Date.now() } = {}) {
  // Of each limit the number of its window, and how much of it is used up.
  /** @type {LRUCache<string, number[]>} */
  const counts = new LRUCache({ max })
  // Of what is shared, how much of it all processes know.
  /** @type {Map<string, { limits: readonly Limit[], windows: number[], known: number[] }>} */
  const shared = new Map()
  // Thrown away with the process, unless all processes agree on one.
  let salt = randomBytes(32).toString('base64url')

  const windowOf = (/** @type {Limit} */ { seconds }) => Math.floor(now() / (seconds * 1_000))

  return {
    /**
     * Uses up some of a visitor's allowance, unless nothing is left of it. What is begun may go over.
     * @param {string} action whose allowance it is, always with the same limits
     * @param {string} visitor the prefix of visitor-address.mjs, or another name
     * @param {readonly Limit[]} limits
     * @param {number} [points] 0 only asks
     * @returns {number} 0, or after how many seconds to come back
     */
    charge(action, visitor, limits, points = 1) {
      const key = hash('sha256', `${salt}\n${action}\n${visitor}`, 'binary')
      const known = counts.get(key)
      const count = known ?? new Array(2 * limits.length).fill(0)
      for (const [index, limit] of limits.entries()) {
        const window = windowOf(limit)
        if (count[2 * index] !== window) [count[2 * index], count[2 * index + 1]] = [window, 0]
        if (usedOf(count, index) >= limit.points) return Math.ceil((window + 1) * limit.seconds - now() / 1_000)
      }
      for (const index of limits.keys()) count[2 * index + 1] = usedOf(count, index) + points
      if (!known) counts.set(key, count)
      const isLarge = limits.some((limit, index) => usedOf(count, index) >= limit.points * sharedFrom)
      if (isLarge && !shared.has(key) && shared.size < maxShared) shared.set(key, { limits, windows: [], known: [] })
      return 0
    },

    /** Starts all counts anew under a salt that all processes have. @param {string} agreed */
    agreeOn(agreed) {
      if (agreed === salt) return
      salt = agreed
      counts.clear()
      shared.clear()
    },

    /**
     * What other processes do not know yet of each of the larger counts, which may be 0.
     * @returns {{ rows: SharedCount[], learn: (totals: { key: string, count: number }[]) => void }} `learn` takes the
     * sums of all processes; until then the same is news again
     */
    listShared() {
      /** @type {SharedCount[]} */
      const rows = []
      /** @type {Map<string, (total: number) => void>} */
      const learners = new Map()
      for (const [key, { limits, windows, known }] of shared) {
        const count = counts.peek(key)
        let isOver = true
        for (const [index, limit] of limits.entries()) {
          const window = windowOf(limit)
          if (!count || count[2 * index] !== window) continue
          isOver = false
          if (windows[index] !== window) [windows[index], known[index]] = [window, 0]
          const used = usedOf(count, index)
          const row = `${Buffer.from(key, 'latin1').toString('base64url')}.${limit.seconds}.${window}`
          rows.push({ key: row, count: used - (known[index] ?? 0), endsAtMinute: Math.ceil(((window + 1) * limit.seconds) / 60) })
          learners.set(row, (total) => {
            known[index] = total
            if (count[2 * index] === window) count[2 * index + 1] = total + usedOf(count, index) - used
          })
        }
        if (isOver) shared.delete(key)
      }
      return { rows, learn: (totals) => totals.forEach(({ key, count }) => learners.get(key)?.(count)) }
    },
  }
}

/** @param {number[]} count @param {number} index */
function usedOf(count, index) {
  return count[2 * index + 1] ?? 0
}

/** @type {typeof globalThis & { stableFuturesRequestCounter?: RequestCounter }} */
const held = globalThis

/** The one of this process: Next's side has modules of its own. */
export function getRequestCounter() {
  return (held.stableFuturesRequestCounter ??= createRequestCounter())
}
