'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether JavaScript runs: false in the page as sent, true once it is alive. */
export function useIsScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
