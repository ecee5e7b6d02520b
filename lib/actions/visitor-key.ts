import 'server-only'
import { createHash, createHmac } from 'node:crypto'
import type { ActionGroup } from './model/action'
import { unknownVisitor } from '../shared/visitor-address.mjs'
import { getDayKey } from '../shared/day-key'

/**
 * What identifies a visitor without JavaScript for a day: what every request carries. Only hashes of it are stored,
 * see `composeActionKey`.
 */
export type Visitor = {
  /** The address's prefix, or `unknown`; see app/read-visitor.ts. */
  address: string
  userAgent: string
}

/** The day's key of a visitor without JavaScript. With JavaScript, the browser generates its own. */
export async function getVisitorKey(visitor: Visitor, now: Date): Promise<string> {
  return composeVisitorKey(visitor, await getDayKey('visitor', now))
}

/**
 * The key of a visitor without JavaScript. Once the day's salt is deleted, the address can't be recovered, not even by
 * trying every possible one.
 * @param request either field may be empty
 * @param dayKey from `getDayKey`
 */
export function composeVisitorKey(request: Visitor, dayKey: Buffer | string): string {
  return createHmac('sha256', dayKey)
    .update(JSON.stringify([request.address, request.userAgent]))
    .digest('base64url')
}

/**
 * The idempotency key of an action: the same for the same visitor, seat, channel, kind and day. It doesn't link two
 * actions of one visitor. It starts with the day, so the index only grows at its end and stays fast.
 * @returns 31 characters: the day as YYYYMMDD, a hyphen, 128 bits of SHA-256 in base64url
 */
export function composeActionKey(visitorKey: string, { seatCode, channel, kind, day }: ActionGroup): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([visitorKey, seatCode, channel, kind, day]))
    .digest('base64url')
  return `${day.replaceAll('-', '')}-${hash.slice(0, 22)}`
}

/**
 * A pseudonym for a connection in the counts of one constituency and day. It doesn't link counts of two constituencies
 * to each other, and once the day's key is deleted, no guess can be tested.
 * @param prefix of the visitor's address; an unknown one has no pseudonym
 * @param dayKey from `getDayKey`
 */
export function composePrefixName(prefix: string, seatCode: string, dayKey: Buffer): string {
  if (prefix === unknownVisitor) return unknownVisitor
  return createHmac('sha256', dayKey)
    .update(JSON.stringify([seatCode, prefix]))
    .digest('base64url')
    .slice(0, 22)
}
