'use client'

import { type ComponentProps, useLayoutEffect, useState } from 'react'
import { useIsScripted } from './use-is-scripted'

/** A textarea that keeps the caret and anything typed before hydration, which resets it to the page's own text. */
export function TextArea({ id, ...props }: ComponentProps<'textarea'> & { id: string }) {
  // Only while hydrating: at any other time, an element with this id belongs to something else.
  const isHydrated = useIsScripted()
  const [restore] = useState(() => (isHydrated ? undefined : captureTyped(id)))
  useLayoutEffect(() => restore?.(), [restore])
  return <textarea {...props} id={id} />
}

/**
 * @returns a function that restores the field's current value and caret, unless that has been done or the visitor has
 * since typed or selected something else
 */
function captureTyped(id: string): (() => void) | undefined {
  if (typeof document === 'undefined') return undefined
  const area = document.getElementById(id)
  if (!(area instanceof HTMLTextAreaElement)) return undefined
  const { value, selectionStart, selectionEnd } = area
  let isRestored = false
  const restore = () => {
    const isUnchanged = area.value === value
    const isMoved = area.selectionStart !== selectionStart || area.selectionEnd !== selectionEnd
    // React resets the field to the page's own text, with nothing selected.
    const isByReact = isUnchanged
      ? isMoved && area.selectionStart === area.selectionEnd
      : area.value === area.defaultValue
    if (isRestored || !isByReact) return
    isRestored = true
    if (!isUnchanged) area.value = value
    // In an unfocused field, Safari would draw the focus ring.
    if (document.activeElement === area) area.setSelectionRange(selectionStart, selectionEnd)
  }
  // React hydrates the field long before it finishes the page, and the visitor may type in between.
  queueMicrotask(restore)
  return restore
}
