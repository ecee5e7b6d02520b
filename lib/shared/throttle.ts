const minuteMs = 60_000
// What differs in every line is one kind.
const mostKinds = 200

export type Throttle = {
  /** Whether a line of this kind is to be written now; `leftOut` says how many were not, since the last one. */
  admit: (kind: string) => { isAdmitted: boolean; leftOut: number }
  /** Gives the kinds of which lines were left out in a minute that is over, and forgets them. */
  takeLeftOut: () => { kind: string; leftOut: number }[]
}

/**
 * Lets one line of each kind through in a minute and counts the others. Has no timer of its own: made inside
 * a request, that would keep the request.
 * @param now a clock in ms
 */
export function createThrottle(now: () => number): Throttle {
  const kinds = new Map<string, { since: number; leftOut: number }>()
  return {
    admit(given) {
      const kind = kinds.has(given) || kinds.size < mostKinds ? given : 'others'
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
