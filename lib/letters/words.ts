import type { SendReason } from './model/retry'
import type { LetterState } from './model/state'

/** Each state, for staff. */
export const stateWords: Record<LetterState, string> = {
  waiting: 'Waiting for the visitor',
  confirmed: 'Confirmed',
  sending: 'Being sent',
  accepted: 'Accepted',
  refused: 'Refused',
  cancelled: 'Cancelled',
  erased: 'Erased',
}

const reasons: Record<SendReason, string> = {
  'no-connection': 'the mail server couldn’t be reached',
  'timed-out': 'the mail server didn’t answer in time',
  'no-encryption': 'the mail server offered no encryption',
  'not-signed-in': 'the mail server didn’t accept our sign-in (SMTP_URL)',
  greylisted: 'the mail server asked us to try again later',
  'mailbox-full': 'the mailbox is full',
  busy: 'the mail server was busy',
  'unknown-mailbox': 'the mail server doesn’t know this address',
  rejected: 'the mail server rejected the letter',
  'too-long-without-success': 'no try succeeded within 48 hours',
  'not-live': 'this isn’t the live site, so nothing goes to Parliament',
  'no-address': 'there is no MP, or no address for them',
  unreadable: 'its key isn’t in LETTERS_KEY',
}

/** Why a letter waits or was refused, as a sentence goes on. */
export function describeReason(reason: string | null): string {
  return Object.entries(reasons).find(([each]) => each === reason)?.[1] ?? 'its turn hasn’t come yet'
}
