/** A value that is read again when what was read is too old, or was forgotten. */
export type Kept<Args extends unknown[], Value> = { get: (...args: Args) => Promise<Value>; forget: () => void }

const keptMs = 1_000

/**
 * Keeps what was read for a second, for what is asked a thousand times in one: whoever asks meanwhile gets the
 * same reading, also while it is under way. One that fails is not kept.
 * @param read is called with what `get` is called with
 */
export function keepBriefly<Args extends unknown[], Value>(read: (...args: Args) => Promise<Value>): Kept<Args, Value> {
  let kept: { value: Promise<Value>; readAt: number } | null = null
  return {
    get(...args) {
      if (kept && performance.now() - kept.readAt < keptMs) return kept.value
      const fresh = { value: read(...args), readAt: performance.now() }
      fresh.value.catch(() => kept === fresh && (kept = null))
      kept = fresh
      return fresh.value
    },
    forget: () => void (kept = null),
  }
}
