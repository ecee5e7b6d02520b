const cachedMs = 1_000

// On globalThis like the connection: pages and actions are loaded apart, each with its own.
const held: typeof globalThis & { stableFuturesCaches?: Set<() => unknown> } = globalThis

/** Invalidates everything that this process has cached here. Call it after a change to any of it. */
export function invalidateCaches(): void {
  for (const invalidate of held.stableFuturesCaches ?? []) invalidate()
}

/**
 * Caches a reading for a second, for data that is asked for a thousand times a second. Everyone who asks in that time
 * shares the reading, even while it is in progress. A reading that fails is not cached.
 * @returns `read`, cached: there is one value, whatever the arguments
 */
export function cacheBriefly<Args extends unknown[], Value>(
  read: (...args: Args) => Promise<Value>,
): (...args: Args) => Promise<Value> {
  let cached: { value: Promise<Value>; readAt: number } | null = null
  register(() => (cached = null))
  return (...args) => {
    if (cached && performance.now() - cached.readAt < cachedMs) return cached.value
    const fresh = { value: read(...args), readAt: performance.now() }
    fresh.value.catch(() => cached === fresh && (cached = null))
    cached = fresh
    return fresh.value
  }
}

/**
 * Caches readings by their first argument, until something that public pages show has changed
 * (lib/server/watch-content.ts looks out for that). A reading that fails or finds nothing is not cached, so
 * invented keys take no memory.
 * @returns `read`, cached
 */
export function cacheUntilChange<Args extends [key: string, ...rest: unknown[]], Value>(
  read: (...args: Args) => Promise<Value | null>,
): (...args: Args) => Promise<Value | null> {
  const cached = new Map<string, Promise<Value | null>>()
  register(() => cached.clear())
  return (...args) => {
    const [key] = args
    const before = cached.get(key)
    if (before) return before
    const fresh = read(...args)
    cached.set(key, fresh)
    const drop = () => void (cached.get(key) === fresh && cached.delete(key))
    fresh.then((value) => value ?? drop(), drop)
    return fresh
  }
}

function register(invalidate: () => unknown) {
  held.stableFuturesCaches ??= new Set()
  held.stableFuturesCaches.add(invalidate)
}
