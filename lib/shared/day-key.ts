import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { getDaySalt } from './database/day-salt'
import { toUkDay } from './model/uk-time'

type DayKeys = { day: string; keys: Map<string, Promise<Buffer>> }

// On globalThis, because Next loads separate copies of modules for pages, actions and the server.
const held: typeof globalThis & { stableFuturesDayKeys?: DayKeys | undefined } = globalThis

/**
 * A key for one purpose, the same in every process, that lasts for one UK day. It is derived one-way from the day’s
 * salt and cached in memory until the day is over.
 * @param purpose such as `prefix`; keys for different purposes are unrelated
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

/** Drops the keys of every other day from memory. */
export function forgetDayKeysBefore(day: string): void {
  if (held.stableFuturesDayKeys?.day !== day) held.stableFuturesDayKeys = undefined
}

async function derive(day: string, purpose: string): Promise<Buffer> {
  const salt = await getDaySalt(day, randomBytes(32).toString('base64url'))
  return createHmac('sha256', salt).update(purpose).digest()
}
