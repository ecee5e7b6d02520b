'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { Problem } from '@/lib/shared/model/result'

type Props = {
  outcome: 'done' | 'refused'
  label?: string
  /** What the form was answered: each new answer gets the focus again. */
  of?: unknown
  message?: string
  problems?: Problem[]
  /** Begins the ids of the fields that the problems lead to. */
  formId?: string
  children?: ReactNode
}

/** What came of something, at which the keyboard's focus is put when it appears; each problem leads to its field. */
export function AnswerBox({
  outcome,
  label = outcome === 'done' ? 'Done' : 'There is a problem',
  of,
  message,
  problems = [],
  formId,
  children,
}: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [of])
  return (
    <div
      ref={box}
      className="staff-answer"
      data-outcome={outcome}
      tabIndex={-1}
      autoFocus
      role="group"
      aria-label={label}
    >
      {message !== undefined && <p>{message}</p>}
      {problems.length > 0 && (
        <ul>
          {problems.map(({ field, message: text }) => (
            <li key={field}>
              <a href={`#${formId}-${field}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  )
}
