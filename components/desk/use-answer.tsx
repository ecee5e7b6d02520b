'use client'

import { useEffect } from 'react'
import { useIsScripted } from '../forms/use-is-scripted'

/**
 * Opens the page that a form's answer names when it is `ready`. `scripted` goes into the form, so that
 * the server answers with that and not with a redirect.
 */
export function useStaffAnswer(state: { outcome: string; href?: string } | null) {
  const isScripted = useIsScripted()
  useEffect(() => {
    if (state?.outcome === 'ready' && state.href !== undefined) window.location.assign(state.href)
  }, [state])
  return { isScripted, scripted: isScripted && <input type="hidden" name="scripted" value="yes" /> }
}
