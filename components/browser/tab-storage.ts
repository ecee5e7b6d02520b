// The visitor's input, in session storage: it survives a reload and is gone when the tab closes.
/** The constituency that the visitor's address and postcode belong to, by its slug. */
export const homeIn = 'home_in'

/** The constituency that the visitor is going to because they say that they live there, and what they have told of themselves. */
export const movingTo = 'moving_to'

const unstored = new Map<string, string | null>() // what the browser wouldn't store: it lasts as long as the page
const listeners = new Set<() => void>()
let isClosed = false

/** A value from this tab's storage; null while there is none. Never throws. */
export function getTabItem(name: string): string | null {
  const value = unstored.get(name)
  if (value !== undefined) return value
  try {
    return sessionStorage.getItem(name)
  } catch {
    return null // storage is switched off
  }
}

/** Stores a value in this tab, or removes it (null). Never throws. Does nothing after `closeTab` or `stopStoring`. */
export function setTabItem(name: string, value: string | null): void {
  if (isClosed || getTabItem(name) === value) return
  try {
    if (value === null) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, value)
    unstored.delete(name)
  } catch {
    unstored.set(name, value) // storage is full, read-only or switched off
  }
  for (const listener of listeners) listener()
}

/** Stores nothing more for as long as this page lasts. */
export function stopStoring(): void {
  isClosed = true
}

/** Removes everything from this tab's storage, and stores nothing more for as long as this page lasts. Never throws. */
export function closeTab(): void {
  stopStoring()
  unstored.clear()
  try {
    sessionStorage.clear()
  } catch {
    // Storage is switched off, so there is nothing to clear.
  }
}

/**
 * Calls a function after each change made on this page.
 * @returns a function that ends this
 */
export function watchTab(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
