'use client'

import { useEffect, useState } from 'react'

const pauseMs = 150

/** A text as it was when it last stood still for a moment: what follows the typing somewhere else need not follow each key. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
