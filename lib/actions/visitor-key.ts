import 'server-only'
import { createHash, createHmac } from 'node:crypto'
import type { ActionGroup } from './model/action'
import { unknownVisitor } from '../shared/visitor-address.mjs'
import { getDayKey } from '../shared/day-key'

/**
 * What tells one visitor's actions of a day from another's without JavaScript: what every request carries.
 * Only hashes of it are kept, see `composeActionKey`.
 */
export type Visitor = {
  /** The address's prefix, or `unknown`; see app/read-visitor.ts. */
  address: string
  userAgent: string
}

/** The key for the day of a visitor without JavaScript. With it, the browser has one of its own. */
export async function getVisitorKey(visitor: Visitor, now: Date): Promise<string> {
  return composeVisitorKey(visitor, await getDayKey('visitor', now))
}

/**
 * The key of a visitor without JavaScript. Once the day's salt is thrown away, nobody can find out
 * which address it came from, not even by trying them all.
 * @param request either may be empty
 * @param dayKey from `getDayKey`
 */
export function composeVisitorKey(request: Visitor, dayKey: Buffer | string): string {
  return createHmac('sha256', dayKey)
    .update(JSON.stringify([request.address, request.userAgent]))
    .digest('base64url')
}

/**
 * The idempotency key of an action, the same for the same visitor, seat, channel, kind and day. It
 * does not show that two actions are of one visitor. It begins with the day, so that the index
 * grows at its end and stays fast, however long it gets.
 * @returns 31 characters: the day as YYYYMMDD, a hyphen, 128 bits of SHA-256 in base64url
 */
export function composeActionKey(visitorKey: string, { seatCode, channel, kind, day }: ActionGroup): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([visitorKey, seatCode, channel, kind, day]))
    .digest('base64url')
  return `${day.replaceAll('-', '')}-${hash.slice(0, 22)}`
}

/**
 * What stands for a connection in the counts of one constituency and day. Those of two constituencies do not
 * show that they are of one connection, and once the day's key is gone, nobody can test a guess.
 * @param prefix of the visitor's address; nothing stands for an unknown one
 * @param dayKey from `getDayKey`
 */
export function composePrefixName(prefix: string, seatCode: string, dayKey: Buffer): string {
  if (prefix === unknownVisitor) return unknownVisitor
  return createHmac('sha256', dayKey)
    .update(JSON.stringify([seatCode, prefix]))
    .digest('base64url')
    .slice(0, 22)
}
