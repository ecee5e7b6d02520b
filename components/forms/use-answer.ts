'use client'

import { unstable_rethrow } from 'next/navigation'
import { useActionState } from 'react'

/**
 * `useActionState` for a form that may get no answer: the server is too busy, has been updated, or can't be reached.
 * Without this, an error page would replace the form and everything typed in it.
 * @param composeMissing what the form shows instead, including what was typed
 */
export function useAnswer<State>(
  action: (previous: State | null, form: FormData) => Promise<State | null>,
  composeMissing: (form: FormData) => State,
) {
  const ask = async (previous: State | null, form: FormData) => {
    try {
      return await action(previous, form)
    } catch (error) {
      unstable_rethrow(error) // Next's own, such as a redirect
      return composeMissing(form)
    }
  }
  // The HTML needs the action itself: without JavaScript the form posts to it.
  return useActionState(typeof window === 'undefined' ? action : ask, null)
}
