'use client'

import { useSyncExternalStore } from 'react'

// What the visitor has typed stays in this tab: it survives a reload and ends with the tab.
const inMemory = new Map<string, string>() // where the browser lets nothing be stored
const listeners = new Set<() => void>()

/** A text that is kept in this tab; null while there is none. */
export function readStored(name: string): string | null {
  try {
    return sessionStorage.getItem(name)
  } catch {
    return inMemory.get(name) ?? null
  }
}

/** Keeps a text in this tab, or forgets it (null). Components that show it follow. */
export function setStored(name: string, value: string | null): void {
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

/** The same for a component, which follows it; null in the page as sent. */
export function useStored(name: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => readStored(name),
    () => null,
  )
}
