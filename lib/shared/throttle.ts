const minuteMs = 60_000
// Beyond this, all new kinds count as one.
const maxKinds = 200

export type Throttle = {
  /** Whether to write a line of this kind now. `leftOut`: how many were dropped since the last one written. */
  admit: (kind: string) => { isAdmitted: boolean; leftOut: number }
  /** Returns, and resets, the kinds whose minute is over and that had lines dropped. */
  takeLeftOut: () => { kind: string; leftOut: number }[]
}

/**
 * Lets through one line of each kind a minute and counts the rest. It has no timer: one created inside a request would
 * keep that request in memory.
 * @param now a clock in ms
 */
export function createThrottle(now: () => number): Throttle {
  const kinds = new Map<string, { since: number; leftOut: number }>()
  return {
    admit(given) {
      const kind = kinds.has(given) || kinds.size < maxKinds ? given : 'others'
      const seen = kinds.get(kind)
      if (seen && now() - seen.since < minuteMs) {
        seen.leftOut++
        return { isAdmitted: false, leftOut: 0 }
      }
      kinds.set(kind, { since: now(), leftOut: 0 })
      return { isAdmitted: true, leftOut: seen?.leftOut ?? 0 }
    },
    takeLeftOut() {
      const over = [...kinds].filter(([, { since }]) => now() - since >= minuteMs)
      for (const [kind] of over) kinds.delete(kind)
      return over.map(([kind, { leftOut }]) => ({ kind, leftOut })).filter(({ leftOut }) => leftOut > 0)
    },
  }
}
