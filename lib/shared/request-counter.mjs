// Counts how often each visitor does something. The chain before Next and the site's own code share one
// counter. It has no timers: one created inside a request keeps that whole request, 45 kB, until it fires.

import { hash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/**
 * At most `points` in every `seconds`, which is an hour at most. Windows start on the clock, so they are the same in all processes.
 * @typedef {{ seconds: number, points: number }} Limit
 */

/** What a process adds to a shared count; `endsAtMinute` is in minutes since 1970.
 * @typedef {{ key: string, count: number, endsAtMinute: number }} SharedCount
 */

/** @typedef {ReturnType<typeof createRequestCounter>} RequestCounter */

// 200 bytes each. The least recently used goes first. Pushing out your own entry takes this many others, each an
// address with its own allowance, so there is nothing to gain.
const maxEntries = 200_000

// Counts that have reached this share of their limit here are added to those of other processes, up to
// maxShared of them.
const sharedFrom = 0.1
const maxShared = 5_000

/**
 * Counts in memory, under a keyed hash.
 * @param {{ max?: number, now?: () => number }} [options] how many counts to keep at most; a clock in ms
 */
export function createRequestCounter({ max = maxEntries, now = () => Date.now() } = {}) {
  // For each limit, the number of its window and how much has been used.
  /** @type {LRUCache<string, number[]>} */
  const counts = new LRUCache({ max })
  // For shared counts, how much of each all processes know about.
  /** @type {Map<string, { limits: readonly Limit[], windows: number[], known: number[] }>} */
  const shared = new Map()
  // Lost when the process ends, unless all processes agree on one.
  let salt = randomBytes(32).toString('base64url')

  const windowOf = (/** @type {Limit} */ { seconds }) => Math.floor(now() / (seconds * 1_000))

  return {
    /**
     * Uses some of a visitor's allowance, unless it is used up. The last charge can go over the limit.
     * @param {string} action what the allowance is for, always with the same limits
     * @param {string} visitor the prefix of visitor-address.mjs, or another name
     * @param {readonly Limit[]} limits
     * @param {number} [points] 0 only checks
     * @returns {number} 0, or how many seconds to wait
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

    /** Resets all counts, with a salt that all processes share. @param {string} agreed */
    agreeOn(agreed) {
      if (agreed === salt) return
      salt = agreed
      counts.clear()
      shared.clear()
    },

    /**
     * How much other processes don't yet know of each of the larger counts, which can be 0.
     * @returns {{ rows: SharedCount[], learn: (totals: { key: string, count: number }[]) => void }} `learn` takes the
     * totals across all processes; until it is called, the next list has the same amounts again
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
          rows.push({
            key: row,
            count: used - (known[index] ?? 0),
            endsAtMinute: Math.ceil(((window + 1) * limit.seconds) / 60),
          })
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

/** This process's one counter. It is on globalThis because Next's side has its own copies of modules. */
export function getRequestCounter() {
  return (held.stableFuturesRequestCounter ??= createRequestCounter())
}
