'use client'

import { type DragEvent, type FormEvent, useActionState, useId, useRef, useState } from 'react'
import type { ImportCheck, ImportDecisions, ImportEnd } from '@/lib/supporters/model/import-check'
import { AnswerBox } from '../answer-box'
import type { StaffFormAction } from '../form'
import { FormField } from '../form-field'
import { ImportAnswer, ImportApply } from './import-apply'
import { ImportDiff } from './import-diff'
import { TaskBar } from '../task-bar'
import { useTask } from '../use-task'

type Action<State> = (previous: State | null, form: FormData) => Promise<State | null>
type Props = { check: Action<ImportCheck>; apply: Action<ImportEnd>; undo: StaffFormAction; mayApply: boolean }

const noDecisions: ImportDecisions = { mapping: {}, leftOut: [], answers: {} }
const maxBytes = 5_000_000
const count = (number: number) => number.toLocaleString('en-GB')

function describeEffect({ counts, live }: Extract<ImportCheck, { outcome: 'planned' }>): string {
  return `${count(counts.new)} new, ${count(counts.changed)} changed${live > 0 ? ` (${count(live)} of them on the wall now)` : ''}`
}

/** Checks a file, shows what it would do, and applies it. Without JavaScript the file has to be chosen twice. */
export function ImportForm({ check: plain, apply, undo, mayApply }: Props) {
  const [plainCheck, sendCheck] = useActionState(plain, null)
  const [plainEnd, sendApply] = useActionState(apply, null)
  const [task, start] = useTask<ImportCheck>('/staff/api/import/check')
  const [file, setFile] = useState<File | null>(null) // a copy, as it was when checked
  const [problem, setProblem] = useState({ message: '', turn: 0 })
  const [isOver, setIsOver] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const id = useId()

  const refuse = (message: string) => setProblem(({ turn }) => ({ message, turn: turn + 1 }))
  const seen = problem.message || task.state === 'running' ? null : task.state === 'ended' ? task.end : plainCheck
  const refusal =
    problem.message ||
    (task.state === 'failed' ? task.message : '') ||
    (seen?.outcome === 'refused' ? seen.message : '')

  async function checkFile(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (task.state === 'running') return
    const chosen = new FormData(event.currentTarget).get('file')
    if (!(chosen instanceof File) || chosen.size === 0) return refuse('Choose a file first.')
    if (chosen.size > maxBytes) return refuse('The file is larger than 5 MB. Split it into smaller ones.')
    // Browsers refuse to read a file that has changed on disk since it was chosen.
    const bytes = await chosen.arrayBuffer().catch(() => null)
    if (!bytes) return refuse('The file has changed since you chose it. Choose it again.')
    refuse('')
    const held = new File([bytes], chosen.name)
    setFile(held)
    await check(held, noDecisions)
  }

  async function check(held: File, decisions: ImportDecisions) {
    const body = new FormData()
    body.set('file', held)
    body.set('choices', JSON.stringify(decisions))
    await start(body)
  }

  /** Checks the same file again with other decisions. */
  function decide(decisions: ImportDecisions) {
    if (!file || task.state === 'running') return
    void check(file, decisions)
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    const input = form.current?.querySelector<HTMLInputElement>('input[type=file]')
    if (!input || event.dataTransfer.files.length === 0) return
    input.files = event.dataTransfer.files
    form.current?.requestSubmit()
  }

  return (
    <>
      <form
        ref={form}
        action={sendCheck}
        className="staff-form import-drop"
        data-over={isOver}
        onSubmit={checkFile}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        {refusal && <AnswerBox key={problem.turn} outcome="refused" message={refusal} />}
        <FormField
          id={id}
          field={{
            name: 'file',
            label: 'A file of supporters',
            type: 'file',
            accept: '.csv,.tsv,.txt,.xlsx,text/csv',
            hint: 'An Excel workbook (.xlsx) or CSV, at most 5 MB and 20,000 rows.',
          }}
          problem={undefined}
        />
        <p className="needs-script hint">You can also drop it into this box.</p>
        <button type="submit" aria-disabled={task.state === 'running'}>
          Check the file
        </button>
        <p className="fine">This changes nothing. You see first what the file would do.</p>
      </form>
      {task.state === 'running' && <TaskBar progress={task.progress} />}
      {plainEnd && !seen && task.state === 'idle' && <ImportAnswer end={plainEnd} undo={undo} />}
      {seen?.outcome === 'planned' && (
        <ImportDiff
          key={`${seen.seal} ${problem.turn}`}
          check={seen}
          name={file?.name ?? 'the file'}
          mayApply={mayApply}
          onDecide={file ? decide : null}
          send={sendCheck}
        >
          <ImportApply
            seal={seen.seal}
            file={file}
            choices={seen.choices}
            asked={seen.counts.asked}
            effect={describeEffect(seen)}
            send={sendApply}
            undo={undo}
          />
        </ImportDiff>
      )}
    </>
  )
}
