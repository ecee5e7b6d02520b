'use client'

import { useSyncExternalStore } from 'react'

// The visitor's input, in session storage: it survives a reload and is gone when the tab closes.
const inMemory = new Map<string, string>() // where the browser blocks storage
const listeners = new Set<() => void>()

/** A value from this tab's storage; null while there is none. */
export function getTabItem(name: string): string | null {
  try {
    return sessionStorage.getItem(name)
  } catch {
    return inMemory.get(name) ?? null
  }
}

/** Stores a value in this tab, or removes it (null). Components that use it re-render. */
export function setTabItem(name: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, value)
  } catch {
    if (value === null) inMemory.delete(name)
    else inMemory.set(name, value)
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The hook for `getTabItem`: re-renders on change; null while hydrating. */
export function useTabItem(name: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => getTabItem(name),
    () => null,
  )
}
