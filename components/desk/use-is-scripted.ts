'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether JavaScript is running: false in the server's HTML, true once hydrated. */
export function useIsScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
