import type { HttpFailure } from '../../shared/http/get-json'

/** Why Parliament's Members API gave no usable answer. */
export type MembersApiFailure =
  | { failure: 'rate-limited'; until: Date } // it asked us to wait longer than we are prepared to
  | { failure: 'unexpected-shape' }
  | HttpFailure

export type Answer<T> = { ok: true; value: T } | { ok: false; failed: MembersApiFailure }

/** Describes a failure; the text follows "Parliament's Members API". */
export function formatMembersApiFailure(failed: MembersApiFailure): string {
  switch (failed.failure) {
    case 'rate-limited':
      return `asked us not to call again until ${failed.until.toISOString()}`
    case 'timed-out':
      return 'did not answer in time'
    case 'unreachable':
      return 'could not be reached'
    case 'redirected':
      return 'answered with a redirect, which we do not follow'
    case 'bad-status':
      return `answered with status ${failed.status}`
    case 'too-large':
      return 'sent more than we accept'
    case 'not-json':
      return 'answered with something other than JSON'
    case 'unexpected-shape':
      return 'answered in an unexpected shape'
  }
}
