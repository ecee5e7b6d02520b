'use client'

import { useId, useState } from 'react'
import type { ImportDecisions, ImportEnd } from '@/lib/supporters/model/import-check'
import { AnswerBox } from '../answer-box'
import type { StaffFormAction } from '../form'
import { FormField } from '../form-field'
import { TaskBar } from '../task-bar'
import { UndoButton } from '../undo-button'
import { usePress } from '../typed/press'
import { useTask } from '../use-task'

type Props = {
  seal: string
  /** The file as it was checked; null without JavaScript, where it has to be chosen again. */
  file: Blob | null
  choices: ImportDecisions
  /** How many rows have a question. */
  asked: number
  effect: string
  send: (form: FormData) => void
  undo: StaffFormAction
}

/** Applies a checked file, and shows progress. */
export function ImportApply({ seal, file, choices, asked, effect, send, undo }: Props) {
  const id = useId()
  const pagePress = usePress(null)
  const [press] = useState(() => crypto.randomUUID()) // a file may be applied once more after an Undo, without another page
  const [task, start] = useTask<ImportEnd>('/staff/api/import/apply')
  if (task.state === 'ended') return <ImportAnswer end={task.end} undo={undo} />
  return (
    <form
      action={send}
      className="staff-form"
      onSubmit={(event) => {
        if (!file) return
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        form.set('file', file, 'supporters.csv')
        form.set('press', press)
        void start(form)
      }}
    >
      <input type="hidden" name="press" value={pagePress} />
      <input type="hidden" name="seal" value={seal} />
      <input type="hidden" name="choices" value={JSON.stringify(choices)} />
      {task.state === 'failed' && <AnswerBox outcome="refused" message={task.message} />}
      {task.state === 'running' && <TaskBar progress={task.progress} />}
      {!file && (
        <FormField
          id={id}
          field={{
            name: 'file',
            label: 'The same file once more',
            type: 'file',
            hint: 'The site does not keep it between these two steps.',
          }}
          problem={undefined}
        />
      )}
      {asked > 0 && (
        <div className="staff-check">
          <input id={`${id}-asked`} type="checkbox" name="asked" value="yes" />
          <label htmlFor={`${id}-asked`}>
            {asked === 1
              ? 'Add the row with a question too: it is'
              : `Add the ${asked.toLocaleString('en-GB')} rows with a question too: they are`}{' '}
            somebody new
          </label>
        </div>
      )}
      <p>All of it is written, or nothing.</p>
      <button type="submit" aria-disabled={task.state === 'running'}>
        Apply the file: {effect}
      </button>
    </form>
  )
}

/** The result of applying a file, with Undo beside it. */
export function ImportAnswer({ end, undo }: { end: ImportEnd; undo: StaffFormAction }) {
  return (
    <>
      <AnswerBox outcome={end.outcome}>
        <p>
          {end.message}
          {end.outcome === 'done' && (
            <>
              {' '}
              <a href="/staff/supporters">See the supporters</a>
            </>
          )}
        </p>
      </AnswerBox>
      {end.undo !== undefined && <UndoButton action={undo} change={end.undo} />}
    </>
  )
}
