'use client'

import { useEffect, useState } from 'react'

const pauseMs = 150

/** Debounces a text, for anything elsewhere that needn't update on every keystroke. */
export function useDebounced(text: string): string {
  const [debounced, setDebounced] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return debounced
}
