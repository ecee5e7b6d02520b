import type { HttpFailure } from '../../shared/http/get-json'

/** Why Parliament's Members API gave no usable answer. Every call ends in its value or one of these. */
export type MembersApiFailure =
  | { failure: 'rate-limited'; until: Date } // it asked for more patience than we have
  | { failure: 'unexpected-shape' }
  | HttpFailure

export type Answer<T> = { ok: true; value: T } | { ok: false; failed: MembersApiFailure }

/** A failure in words, to follow "Parliament's Members API". */
export function formatMembersApiFailure(failed: MembersApiFailure): string {
  switch (failed.failure) {
    case 'rate-limited':
      return `asked not to be called again until ${failed.until.toISOString()}`
    case 'timed-out':
      return 'did not answer in time'
    case 'unreachable':
      return 'could not be reached'
    case 'redirected':
      return 'answered with a redirect, which is not followed'
    case 'bad-status':
      return `answered with status ${failed.status}`
    case 'too-large':
      return 'answered with more than we are willing to read'
    case 'not-json':
      return 'answered with something other than JSON'
    case 'unexpected-shape':
      return 'answered in an unexpected shape'
  }
}
