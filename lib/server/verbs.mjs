/** @typedef {import('./verbs').Verbs} Verbs */

/** @type {typeof globalThis & { stableFuturesVerbs?: Verbs }} */
const held = globalThis

/**
 * This process's verbs, see lib/server/verbs.ts. Call this for each request.
 * @returns {Verbs | null} null until the server is ready: answer 503, or do without
 */
export function getVerbs() {
  return held.stableFuturesVerbs ?? null
}
