'use client'

import { type ComponentProps, useLayoutEffect, useState } from 'react'
import { useIsScripted } from './use-is-scripted'

/** A textarea that keeps what was typed before the script came, and the caret: React puts the page's own text back as it comes alive. */
export function TextArea({ id, ...props }: ComponentProps<'textarea'> & { id: string }) {
  // Only where the page as sent is coming alive: what has this id at any other time is another's.
  const isAlive = useIsScripted()
  const [restore] = useState(() => (isAlive ? undefined : keepTyped(id)))
  useLayoutEffect(() => restore?.(), [restore])
  return <textarea {...props} id={id} />
}

/** @returns puts back what the field of this id holds now, unless something else was typed since */
function keepTyped(id: string): (() => void) | undefined {
  if (typeof document === 'undefined') return undefined
  const area = document.getElementById(id)
  if (!(area instanceof HTMLTextAreaElement)) return undefined
  const { value, selectionStart, selectionEnd } = area
  const restore = () => {
    if (area.value !== value && area.value !== area.defaultValue) return
    if (area.value !== value) area.value = value
    // Elsewhere it would draw the focus, in Safari.
    if (document.activeElement === area) area.setSelectionRange(selectionStart, selectionEnd)
  }
  // React is done with the field long before it is done with the page; a key may come in between.
  queueMicrotask(restore)
  return restore
}
