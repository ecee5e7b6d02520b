'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { Problem } from '@/lib/shared/model/result'

type Props = {
  outcome: 'done' | 'refused'
  label?: string
  /** The form’s result. The box takes focus again whenever this changes. */
  of?: unknown
  message?: string
  problems?: Problem[]
  /** Prefix of the field ids that the problems link to. */
  formId?: string
  children?: ReactNode
}

/** The result of an action. It takes keyboard focus when it appears, and each problem links to its field. */
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
