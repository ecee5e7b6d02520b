'use client'

import { useEffect, useRef } from 'react'
import { formAnswered, registerForm } from './typed/guard'
import { usePress } from './typed/press'
import { useIsScripted } from './use-is-scripted'

/**
 * Navigates to `href` when a form’s result is `ready`. Put `scripted` inside the form: it tells the server to answer
 * with `ready` instead of a redirect, and which press this is.
 */
export function useStaffAnswer(state: { outcome: string; href?: string } | null) {
  const isScripted = useIsScripted()
  const press = usePress(state)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (field.current?.form) registerForm(field.current.form)
  })
  useEffect(() => {
    if (!state) return
    const leavesFor = state.outcome === 'ready' && state.href !== undefined ? state.href : null
    formAnswered(field.current?.form ?? null, leavesFor !== null || state.outcome === 'done', leavesFor)
  }, [state])
  const scripted = (
    <>
      <input ref={field} type="hidden" name="press" value={press} />
      {isScripted && <input type="hidden" name="scripted" value="yes" />}
    </>
  )
  return { isScripted, scripted }
}
