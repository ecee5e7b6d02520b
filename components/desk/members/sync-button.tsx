'use client'

import { useActionState } from 'react'
import type { SyncEnd } from '@/lib/members/model/sync-end'
import { AnswerBox } from '../answer-box'
import { TaskBar } from '../task-bar'
import { usePress } from '../typed/press'
import { useTask } from '../use-task'

type Props = { action: (previous: SyncEnd | null, form: FormData) => Promise<SyncEnd | null> }

/** Starts a sync with Parliament. With JavaScript it shows progress; without, the answer comes at the end. */
export function SyncButton({ action }: Props) {
  const [answer, send] = useActionState(action, null)
  const [task, start] = useTask<SyncEnd>('/staff/api/sync')
  const shown: SyncEnd | null =
    task.state === 'ended'
      ? task.end
      : task.state === 'failed'
        ? { outcome: 'refused', message: task.message, details: [] }
        : answer
  // Not of a message about a lost connection, which is made anew each time; and the next press is the same one then.
  const press = usePress(task.state === 'ended' ? task.end : answer)
  return (
    <form
      action={send}
      className="staff-form"
      onSubmit={(event) => {
        event.preventDefault()
        const { submitter } = event.nativeEvent
        void start(new FormData(event.currentTarget, submitter))
      }}
    >
      <input type="hidden" name="press" value={press} />
      {task.state === 'running' && (
        <>
          <TaskBar progress={task.progress} />
          <p className="fine">You can leave this page. The check goes on, and writes all it finds at its end.</p>
        </>
      )}
      {shown && task.state !== 'running' && (
        <AnswerBox outcome={shown.outcome} message={shown.message}>
          {shown.details.length > 0 && (
            <ul>
              {shown.details.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {shown.canAgree && (
            <button type="submit" name="agreed" value="yes" className="quiet">
              These changes are right: apply them
            </button>
          )}
        </AnswerBox>
      )}
      <button type="submit" aria-disabled={task.state === 'running'}>
        Check with Parliament now
      </button>
    </form>
  )
}
