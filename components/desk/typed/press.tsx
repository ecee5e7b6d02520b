'use client'

import { createContext, type ReactNode, useContext, useEffect, useId, useState } from 'react'

const Press = createContext('')

/**
 * Gives every form of a page an id of its own for this showing of the page, so that the server knows a second press
 * for what it is. A page that is found again with Back has the id that it had.
 * @param id drawn by the server for this showing
 */
export function PressProvider({ id, children }: { id: string; children: ReactNode }) {
  const [current, setCurrent] = useState(id)
  useEffect(() => {
    const key = `desk press ${window.location.pathname}`
    const [entry] = performance.getEntriesByType('navigation')
    const isBack = entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward'
    try {
      const known = window.sessionStorage.getItem(key)
      // Only the browser knows how its page was reached, so this can't be known while the page is rendered.
      // eslint-disable-next-line react-hooks/set-state-in-effect
      if (isBack && known) setCurrent(known)
      else window.sessionStorage.setItem(key, id)
    } catch {
      // Without storage, only presses on the same page are recognised.
    }
  }, [id])
  return <Press value={current}>{children}</Press>
}

/** The id of a form, for its hidden field `press`. @param state its latest answer: once it is done, the next press is another */
export function usePress(state: { outcome: string } | null): string {
  const page = useContext(Press)
  const form = useId()
  const [last, setLast] = useState({ state, done: 0 })
  if (last.state !== state) setLast({ state, done: last.done + (state?.outcome === 'done' ? 1 : 0) })
  return page && `${page}-${form}-${last.done}`.replace(/[^\w-]/g, '')
}
