'use client'

import { useEffect } from 'react'
import { useIsScripted } from './use-is-scripted'

/**
 * Navigates to `href` when a form’s result is `ready`. Put `scripted` inside the form: it tells the server to answer
 * with `ready` instead of a redirect.
 */
export function useStaffAnswer(state: { outcome: string; href?: string } | null) {
  const isScripted = useIsScripted()
  useEffect(() => {
    if (state?.outcome === 'ready' && state.href !== undefined) window.location.assign(state.href)
  }, [state])
  return { isScripted, scripted: isScripted && <input type="hidden" name="scripted" value="yes" /> }
}
