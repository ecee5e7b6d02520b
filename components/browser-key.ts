import { toUkDay } from '@/lib/domain/day'

const name = 'action-key'
let current: string | undefined

/**
 * A random key of this browser, by which the server tells a second click from a second person. It is
 * made anew every day, so that it cannot follow anybody. Where nothing may be stored, it lasts as
 * long as the page.
 */
export function readBrowserKey(): string {
  const day = toUkDay(new Date()).replace(/\W/g, '-') // whatever a browser makes of the format
  try {
    current = localStorage.getItem(name) ?? current
  } catch {
    // Storage is switched off.
  }
  if (!current?.startsWith(`${day}_`)) current = `${day}_${createRandom()}`
  try {
    localStorage.setItem(name, current)
  } catch {
    // Full or switched off.
  }
  return current
}

// Not randomUUID, which is missing where the site is served without https.
function createRandom(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
