'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** What came of something, at which the keyboard's focus is put when it appears. */
export function AnswerBox({ outcome, children }: { outcome: 'done' | 'refused'; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} className="staff-answer" data-outcome={outcome} tabIndex={-1} role="group" aria-label={outcome === 'done' ? 'Done' : 'There is a problem'}>
      {children}
    </div>
  )
}
