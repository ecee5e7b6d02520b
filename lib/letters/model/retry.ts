import { hoursAfter, retryHours } from './retention'

/** Why an email couldn’t be handed over, as far as we need to tell apart. Kept instead of the server’s own words, which quote addresses. */
export const sendReasons = [
  'no-connection',
  'timed-out',
  'no-encryption',
  'not-signed-in',
  'greylisted',
  'mailbox-full',
  'busy',
  'unknown-mailbox',
  'rejected',
  'too-long-without-success',
  'not-live',
  'no-address',
  'unreadable',
] as const

export type SendReason = (typeof sendReasons)[number]

/** How handing an email to the mail server ended. `deferred`: try again later; `refused`: never. */
export type SendAnswer = { outcome: 'accepted' } | { outcome: 'deferred' | 'refused'; reason: SendReason }

/** What is known of a failure: nodemailer’s `code`, `responseCode`, `response` and `command`. */
export type SendFailure = {
  code?: string | undefined
  responseCode?: number | undefined
  response?: string | undefined
  command?: string | undefined
}

/**
 * Judges a failure (RFC 5321, 4.2.1; RFC 3463). A 5xx is final only where it is about this email: one at the greeting or
 * the sign-in is about us, and will be put right.
 */
export function judgeFailure({ code = '', responseCode = 0, response = '', command = '' }: SendFailure): SendAnswer {
  if (code === 'EPARLIAMENT') return { outcome: 'refused', reason: 'not-live' }
  if (code === 'EAUTH') return { outcome: 'deferred', reason: 'not-signed-in' }
  if (code === 'ETLS' || /STARTTLS/i.test(command)) return { outcome: 'deferred', reason: 'no-encryption' }
  const isFull = responseCode === 452 || responseCode === 552 || /\b[45]\.2\.2\b/.test(response)
  const isOfEmail = /^(?:MAIL FROM|RCPT TO|DATA|API)$/i.test(command)
  if (responseCode >= 500 && isOfEmail) {
    const reason = isFull ? 'mailbox-full' : /RCPT/i.test(command) ? 'unknown-mailbox' : 'rejected'
    return { outcome: 'refused', reason }
  }
  if (isFull) return { outcome: 'deferred', reason: 'mailbox-full' }
  if (responseCode === 450 || responseCode === 451) return { outcome: 'deferred', reason: 'greylisted' }
  if (responseCode > 0) return { outcome: 'deferred', reason: 'busy' }
  if (code === 'ETIMEDOUT') return { outcome: 'deferred', reason: 'timed-out' }
  return { outcome: 'deferred', reason: 'no-connection' }
}

const firstWaitMs = 60_000
const longestWaitMs = 4 * 3_600_000

/**
 * When to try again: the waits double from a minute to four hours, give or take a quarter, so that what failed together
 * doesn’t come back together.
 * @param tries how many there have been, from 1
 * @param firstTryAt the instant of the first
 * @param chance from 0 to 1
 * @returns null after 48 hours
 */
export function nextTry(tries: number, firstTryAt: Date, now: Date, chance: number): Date | null {
  if (now >= hoursAfter(firstTryAt, retryHours)) return null
  const wait = Math.min(firstWaitMs * 2 ** Math.min(tries - 1, 20), longestWaitMs)
  return new Date(now.getTime() + wait * (0.75 + 0.5 * chance))
}
