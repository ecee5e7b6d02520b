import { type ReactNode, useRef } from 'react'
import type { Step } from '@/lib/actions/model/hand-off'
import type { StepState } from './use-steps'

const names: Record<Step, string> = { post: 'post', email: 'message' }

/**
 * Follows a message that was opened. It asks whether it was sent, since an opened message is not yet a
 * sent one, and says what comes next. Without JavaScript the question about the email is always there.
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
  const asks = step === 'email' // the form's own action can take the answer
  const withoutScript = opened ? '' : ' needs-no-script'
  return (
    <div id={`${step}-sent`} className={`thanks${opened ? '' : asks ? ' thanks-asleep' : ' thanks-empty'}`}>
      {/* Always there: a live region that appears with its text is not read out. */}
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
            // The button goes away: whoever pressed it by keyboard goes on from the answer.
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
