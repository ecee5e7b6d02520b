'use client'

import { type ComponentProps, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'

const never = () => () => undefined

/** A textarea that keeps what was typed before the script came, and the caret: React puts the page's own text back as it comes alive. */
export function TextArea({ id, ...props }: ComponentProps<'textarea'> & { id: string }) {
  // Only where the page as sent is coming alive: what has this id at any other time is another's.
  const isAsSent = useSyncExternalStore(never, () => false, () => true)
  const [typed] = useState(() => (isAsSent ? readTyped(id) : null))
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (!typed || !area.current) return
    if (typed.value !== null) area.current.value = typed.value
    // Elsewhere it would draw the focus, in Safari.
    if (document.activeElement === area.current) area.current.setSelectionRange(typed.start, typed.end)
  }, [typed])
  return <textarea {...props} id={id} ref={area} />
}

function readTyped(id: string) {
  if (typeof document === 'undefined') return null
  const area = document.getElementById(id)
  if (!(area instanceof HTMLTextAreaElement)) return null
  return { value: area.value === area.defaultValue ? null : area.value, start: area.selectionStart, end: area.selectionEnd }
}
