'use client'

import { useEffect } from 'react'
import { dropSuccess } from '@/lib/staff/model/success'

/** Has a page say what was just done only once: not again when it is reloaded, bookmarked or come back to. */
export function SaidOnce() {
  useEffect(() => {
    const { pathname, search, hash } = window.location
    const once = dropSuccess(pathname + search)
    if (once !== pathname + search) window.history.replaceState(null, '', once + hash)
  }, [])
  return null
}
