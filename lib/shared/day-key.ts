import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { getDaySalt } from './database/day-salt'
import { toUkDay } from './model/uk-time'

type Kept = { day: string; keys: Map<string, Promise<Buffer>> }

// Kept on globalThis: pages, actions and the server's own verbs are loaded apart.
const held: typeof globalThis & { stableFuturesDayKeys?: Kept | undefined } = globalThis

/**
 * A key for one purpose, the same in every process, that ends with the day in the UK. It comes from the
 * day's salt, which cannot be worked out from it. The process keeps it in memory until the day is over.
 * @param purpose such as `prefix`; keys for different purposes say nothing of each other
 */
export async function getDayKey(purpose: string, now: Date): Promise<Buffer> {
  const day = toUkDay(now)
  if (held.stableFuturesDayKeys?.day !== day) held.stableFuturesDayKeys = { day, keys: new Map() }
  const { keys } = held.stableFuturesDayKeys
  const key = keys.get(purpose) ?? derive(day, purpose)
  keys.set(purpose, key)
  key.catch(() => keys.delete(purpose))
  return key
}

/** Drops the keys of any day but this one from memory. */
export function forgetDayKeysBefore(day: string): void {
  if (held.stableFuturesDayKeys?.day !== day) held.stableFuturesDayKeys = undefined
}

async function derive(day: string, purpose: string): Promise<Buffer> {
  const salt = await getDaySalt(day, randomBytes(32).toString('base64url'))
  return createHmac('sha256', salt).update(purpose).digest()
}
