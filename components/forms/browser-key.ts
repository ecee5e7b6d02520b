import { toUkDay } from '@/lib/shared/model/uk-time'

const name = 'action-key'
let current: string | undefined

/**
 * A random key of this browser, by which the server tells a second click from a second person. It is
 * made anew every day, so that it cannot follow anybody. Where nothing may be stored, it lasts as
 * long as the page.
 */
export function readBrowserKey(): string {
  try {
    current = localStorage.getItem(name) ?? current
  } catch {
    // Storage is switched off.
  }
  if (!current || !isKeyOfToday(current)) current = `${readDay()}_${createRandom()}`
  try {
    localStorage.setItem(name, current)
  } catch {
    // Full or switched off.
  }
  return current
}

/** Whether a key is for today, in UK time. */
export function isKeyOfToday(key: string): boolean {
  return key.startsWith(`${readDay()}_`)
}

function readDay(): string {
  return toUkDay(new Date()).replace(/\W/g, '-') // however a browser formats it
}

// Not randomUUID, which is missing where the site is served without https.
function createRandom(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
