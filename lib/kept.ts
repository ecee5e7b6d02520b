/** A cached reading. */
export type Kept<Args extends unknown[], Value> = { get: (...args: Args) => Promise<Value>; forget: () => void }

const keptMs = 1_000

// On globalThis like the connection: pages and actions are loaded apart, each with its own.
const held: typeof globalThis & { stableFuturesKept?: Set<() => void> } = globalThis

/** Invalidates all that this process has cached here: to be called after a change to any of it. */
export function forgetKept(): void {
  for (const forget of held.stableFuturesKept ?? []) forget()
}

/**
 * Caches a reading for a second, for what is asked for a thousand times in one: everyone who asks meanwhile gets
 * the same reading, even while it is under way. A reading that fails is not cached.
 * @param read is called with the arguments of `get`
 */
export function keepBriefly<Args extends unknown[], Value>(read: (...args: Args) => Promise<Value>): Kept<Args, Value> {
  let kept: { value: Promise<Value>; readAt: number } | null = null
  const forget = () => void (kept = null)
  register(forget)
  return {
    get(...args) {
      if (kept && performance.now() - kept.readAt < keptMs) return kept.value
      const fresh = { value: read(...args), readAt: performance.now() }
      fresh.value.catch(() => kept === fresh && forget())
      kept = fresh
      return fresh.value
    },
    forget,
  }
}

/**
 * Caches readings, each by a key, until what public pages show changes, which lib/operations/watch-content.ts
 * looks out for. A reading that fails or finds nothing is not cached, so made-up keys take no memory.
 * @param read is called with the key, and whatever else `get` is called with
 */
export function keepUntilChange<Args extends [key: string, ...rest: unknown[]], Value>(read: (...args: Args) => Promise<Value | null>): Kept<Args, Value | null> {
  const kept = new Map<string, Promise<Value | null>>()
  register(() => kept.clear())
  return {
    get(...args) {
      const [key] = args
      const before = kept.get(key)
      if (before) return before
      const fresh = read(...args)
      kept.set(key, fresh)
      const drop = () => void (kept.get(key) === fresh && kept.delete(key))
      fresh.then((value) => value ?? drop(), drop)
      return fresh
    },
    forget: () => kept.clear(),
  }
}

function register(forget: () => void) {
  held.stableFuturesKept ??= new Set()
  held.stableFuturesKept.add(forget)
}
