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

/** @returns puts back what the field of this id holds now and where its caret is, unless that was done, or something else was typed or marked since */
function keepTyped(id: string): (() => void) | undefined {
  if (typeof document === 'undefined') return undefined
  const area = document.getElementById(id)
  if (!(area instanceof HTMLTextAreaElement)) return undefined
  const { value, selectionStart, selectionEnd } = area
  let isDone = false
  const restore = () => {
    const isKept = area.value === value
    const isMoved = area.selectionStart !== selectionStart || area.selectionEnd !== selectionEnd
    // React puts back the page's own text, and leaves nothing marked.
    const isByReact = isKept ? isMoved && area.selectionStart === area.selectionEnd : area.value === area.defaultValue
    if (isDone || !isByReact) return
    isDone = true
    if (!isKept) area.value = value
    // Elsewhere it would draw the focus, in Safari.
    if (document.activeElement === area) area.setSelectionRange(selectionStart, selectionEnd)
  }
  // React is done with the field long before it is done with the page; a key may come in between.
  queueMicrotask(restore)
  return restore
}
