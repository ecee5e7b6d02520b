import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'

// Longer than anybody takes over a letter; a browser that is slower asks for another by itself.
const maxAgeMinutes = 6 * 60

/** What a token is for: a report that differs in any of these needs another. */
export type TokenSubject = {
  seatCode: string
  /** The browser's random key of the day. */
  key: string
  /** The visitor's address, or the part of it that the guard gives. */
  address: string
}

/**
 * A proof that this server was asked for a message to a seat by this browser from this address, in
 * this minute. It names no action: an action's own key lets each channel and kind count once.
 * @param tokenKey the day's, from `getDayKey('token', now)`, so a token ends with its day
 * @returns the minute and 132 bits of HMAC-SHA256 over it and the subject
 */
export function composeActionToken(subject: TokenSubject, now: Date, tokenKey: Buffer): string {
  return sign(subject, toMinute(now), tokenKey)
}

/** Whether a token is for this subject, of this day's key, and not too old. */
export function isActionToken(token: string, subject: TokenSubject, now: Date, tokenKey: Buffer): boolean {
  const minute = Number.parseInt(token, 36)
  const age = toMinute(now) - minute
  // The clocks of two servers may differ by a minute.
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
