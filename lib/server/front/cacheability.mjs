// How long an answer may be cached, here and elsewhere.
import { noCountsPath, notFoundPath } from './known-paths.mjs'

/** @typedef {import('./finish-page.mjs').Ready} Ready */

// Entries are invalidated when what they show may have changed, see lib/server/watch-content.ts. They
// also age, in case of a change that nothing told us about.
const pageFreshMs = 5 * 60_000
const pageAgedMs = 15 * 60_000

// Even failures, and answers that must not be cached, aren't rendered more than once a second.
export const briefMs = 1_000

// For pages from Next. We're told when they change but shared caches aren't, so those get a second at most.
const pageCacheControl = 'public, max-age=0, s-maxage=1, stale-if-error=86400'

/**
 * How long we can cache an answer, and what we tell other caches.
 * @param {string} path
 * @param {Ready} ready
 * @returns {{ isGood: boolean, freshMs: number, agedMs: number, headers: import('node:http').OutgoingHttpHeaders }}
 */
export function judge(path, { status, headers }) {
  const cacheControl = String(headers['cache-control'] ?? '')
  const isPublic = status === 200 && /\b(?:public|s-maxage=[1-9])/.test(cacheControl) && !('set-cookie' in headers)
  const brief = { isGood: false, freshMs: briefMs, agedMs: 0, headers }
  if (status === 404 && (path === notFoundPath || path === noCountsPath))
    return { ...brief, isGood: true, freshMs: pageFreshMs, agedMs: pageAgedMs }
  if (!isPublic) return brief
  if (cacheControl.includes('immutable')) return { isGood: true, freshMs: Infinity, agedMs: 0, headers }
  // A page, which Next would cache for ever.
  if (cacheControl.includes('s-maxage'))
    return {
      isGood: true,
      freshMs: pageFreshMs,
      agedMs: pageAgedMs,
      headers: { ...headers, 'cache-control': pageCacheControl },
    }
  const secondsOf = (/** @type {string} */ name) => Number(new RegExp(`\\b${name}=(\\d+)`).exec(cacheControl)?.[1] ?? 0)
  const freshMs = secondsOf('max-age') * 1000 || pageFreshMs
  return { isGood: true, freshMs, agedMs: secondsOf('stale-while-revalidate') * 1000 || pageAgedMs, headers }
}
