'use client'

import { unstable_rethrow } from 'next/navigation'
import { useActionState } from 'react'

/**
 * `useActionState` for a form whose answer may not come: the server is too busy, has another version by now, or is out
 * of reach. The page would else be replaced by one that says so, and what was typed would be gone.
 * @param composeMissing what the form shows then, with what was typed
 */
export function useAnswer<State>(action: (previous: State | null, form: FormData) => Promise<State | null>, composeMissing: (form: FormData) => State) {
  const ask = async (previous: State | null, form: FormData) => {
    try {
      return await action(previous, form)
    } catch (error) {
      unstable_rethrow(error) // of Next's own, such as a redirect
      return composeMissing(form)
    }
  }
  // The page as it is sent needs the action itself: without JavaScript the form goes to it.
  return useActionState(typeof window === 'undefined' ? action : ask, null)
}
