import { type ReactNode, useRef } from 'react'
import type { Step } from '@/lib/actions/model/hand-off'
import type { StepState } from './use-steps'

const names: Record<Step, string> = { post: 'post', email: 'message' }

/**
 * Appears once a message has been opened. It asks whether the message was sent, since opening isn't sending, and says
 * what comes next. Without JavaScript the question about the email is always there.
 */
export function Thanks({
  step,
  state,
  confirm,
  children,
}: {
  step: Step
  state: StepState
  confirm: (step: Step) => void
  children: ReactNode
}) {
  const status = useRef<HTMLParagraphElement>(null)
  const { opened, isSent } = state
  const asks = step === 'email' // without JavaScript, the form's own action takes the answer
  const withoutScript = opened ? '' : ' needs-no-script'
  return (
    <div id={`${step}-sent`} className={`thanks${opened ? '' : asks ? ' thanks-asleep' : ' thanks-empty'}`}>
      {/* Always rendered: screen readers don't announce a live region that appears together with its text. */}
      <p ref={status} role="status" tabIndex={-1} className="thanks-title">
        {isSent ? `Thank you for telling us that you sent your ${names[step]}.` : opened && 'Have you sent it?'}
      </p>
      {!opened && asks && <p className="thanks-title needs-no-script">Have you sent your email?</p>}
      {!isSent && (opened || asks) && (
        <button
          type={asks ? 'submit' : 'button'}
          name={asks ? 'target' : undefined}
          value={asks ? 'sent' : undefined}
          className={`quiet${withoutScript}`}
          onClick={(event) => {
            event.preventDefault()
            // The button disappears, so keyboard focus moves to the answer.
            status.current?.focus()
            confirm(step)
          }}
        >
          Yes, I sent my {names[step]}
        </button>
      )}
      {opened && children}
    </div>
  )
}
