const keptMs = 1_000

// On globalThis like the connection: pages and actions are loaded apart, each with its own.
const held: typeof globalThis & { stableFuturesKept?: Set<() => unknown> } = globalThis

/** Invalidates everything that this process has cached here. Call it after a change to any of it. */
export function forgetKept(): void {
  for (const forget of held.stableFuturesKept ?? []) forget()
}

/**
 * Caches a reading for a second, for data that is asked for a thousand times a second. Everyone who asks in that time
 * shares the reading, even while it is in progress. A reading that fails is not cached.
 * @returns `read`, cached: there is one value, whatever the arguments
 */
export function keepBriefly<Args extends unknown[], Value>(
  read: (...args: Args) => Promise<Value>,
): (...args: Args) => Promise<Value> {
  let kept: { value: Promise<Value>; readAt: number } | null = null
  register(() => (kept = null))
  return (...args) => {
    if (kept && performance.now() - kept.readAt < keptMs) return kept.value
    const fresh = { value: read(...args), readAt: performance.now() }
    fresh.value.catch(() => kept === fresh && (kept = null))
    kept = fresh
    return fresh.value
  }
}

/**
 * Caches readings by their first argument, until something that public pages show has changed
 * (lib/server/watch-content.ts looks out for that). A reading that fails or finds nothing is not cached, so
 * invented keys take no memory.
 * @returns `read`, cached
 */
export function keepUntilChange<Args extends [key: string, ...rest: unknown[]], Value>(
  read: (...args: Args) => Promise<Value | null>,
): (...args: Args) => Promise<Value | null> {
  const kept = new Map<string, Promise<Value | null>>()
  register(() => kept.clear())
  return (...args) => {
    const [key] = args
    const before = kept.get(key)
    if (before) return before
    const fresh = read(...args)
    kept.set(key, fresh)
    const drop = () => void (kept.get(key) === fresh && kept.delete(key))
    fresh.then((value) => value ?? drop(), drop)
    return fresh
  }
}

function register(forget: () => unknown) {
  held.stableFuturesKept ??= new Set()
  held.stableFuturesKept.add(forget)
}
