import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'

// Longer than anybody takes to write a letter; a slower browser requests a new token.
const maxAgeMinutes = 6 * 60

/** What a token is bound to: a report that differs in any of these needs a new one. */
export type TokenSubject = {
  seatCode: string
  /** The browser's random key for the day. */
  key: string
  /** The visitor's address, or as much of it as the request guard passes on. */
  address: string
}

/**
 * Proof that, in this minute, this browser at this address requested a message to a seat from us. It isn't bound to an
 * action: the actions' own keys ensure that each channel and kind counts once.
 * @param tokenKey from `getDayKey('token', now)`, so tokens expire at the end of the day
 * @returns the minute and 132 bits of HMAC-SHA256 over it and the subject
 */
export function composeActionToken(subject: TokenSubject, now: Date, tokenKey: Buffer): string {
  return sign(subject, toMinute(now), tokenKey)
}

/** Whether a token is for this subject, signed with this day's key, and not too old. */
export function isActionToken(token: string, subject: TokenSubject, now: Date, tokenKey: Buffer): boolean {
  const minute = Number.parseInt(token, 36)
  const age = toMinute(now) - minute
  // Two servers' clocks may differ by a minute.
  if (!(age >= -1 && age <= maxAgeMinutes)) return false
  const given = Buffer.from(token)
  const expected = Buffer.from(sign(subject, minute, tokenKey))
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function sign({ seatCode, key, address }: TokenSubject, minute: number, tokenKey: Buffer): string {
  const mac = createHmac('sha256', tokenKey)
    .update(JSON.stringify([minute, seatCode, address, key]))
    .digest('base64url')
  return `${minute.toString(36)}.${mac.slice(0, 22)}`
}

function toMinute(instant: Date): number {
  return Math.floor(instant.getTime() / 60_000)
}
