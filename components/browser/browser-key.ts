import { toUkDay } from '@/lib/shared/model/uk-time'

const name = 'action-key'
let current: string | null = null

/**
 * This browser's random key, which lets the server recognise a second click by the same person. It changes every day,
 * so it can't be used to track anyone. If storage is unavailable, it lasts as long as the page.
 */
export function readBrowserKey(): string {
  if (current && isKeyOfToday(current)) return current
  current = readStored()
  if (current && isKeyOfToday(current)) return current
  current = `${readDay()}_${createRandom()}`
  try {
    localStorage.setItem(name, current)
  } catch {
    // Storage is full or switched off.
  }
  return current
}

/** Whether a key was made today, in UK time. */
export function isKeyOfToday(key: string): boolean {
  return key.startsWith(`${readDay()}_`)
}

function readStored(): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null // storage is switched off
  }
}

function readDay(): string {
  return toUkDay(new Date()).replace(/\W/g, '-') // whichever way the browser formats it
}

// Not randomUUID, which is missing where the site is served without https.
function createRandom(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
