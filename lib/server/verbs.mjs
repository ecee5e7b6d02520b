/** @typedef {import('../operations/verbs').Verbs} Verbs */

/** @type {typeof globalThis & { stableFuturesVerbs?: Verbs }} */
const held = globalThis

/**
 * The verbs of this process, see lib/operations/verbs.ts. Ask anew for each request.
 * @returns {Verbs | null} null while the server is not ready: answer 503, or do without
 */
export function getVerbs() {
  return held.stableFuturesVerbs ?? null
}
