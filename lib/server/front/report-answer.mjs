// How a report is answered, by the chain and (where there is none) by app/api/actions.

/** @typedef {{ outcome: string }} Answer */

/** A report is about 300 bytes. */
export const maxReportBytes = 1_000

/** @type {Answer} */
export const malformed = { outcome: 'malformed' }
/** @type {Answer} */
export const busy = { outcome: 'busy' }

const retryAfterSeconds = 10
const limitedForSeconds = 60

/**
 * Whether it is sent as JSON, which a form on another site can't do.
 * @param {string | null | undefined} contentType
 */
export function isJson(contentType) {
  return /^application\/json(?:;|$)/.test(contentType ?? '')
}

/** @param {Answer} answer */
export function findStatus({ outcome }) {
  return { malformed: 400, limited: 429, busy: 503 }[outcome] ?? 200
}

/**
 * The headers of an answer, which no one else may get.
 * @param {number} status
 * @returns {Record<string, string>}
 */
export function composeHeaders(status) {
  const retryAfter = status === 503 ? retryAfterSeconds : status === 429 ? limitedForSeconds : null
  return {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    ...(retryAfter !== null && { 'retry-after': String(retryAfter) }),
  }
}
