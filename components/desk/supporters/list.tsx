'use client'

import { useActionState, useEffect, useRef, useState } from 'react'
import { moveRow } from '@/lib/supporters/model/move-row'
import type { StaffFormState } from '@/lib/shared/model/form'
import { AnswerBox } from '../answer-box'
import { BulkBar } from './bulk-bar'
import { type ListRow, SupporterRow } from './row'
import { useStaffAnswer } from '../use-answer'

type Props = {
  rows: ListRow[]
  all: number
  /** The query of the list's URL. */
  list: string
  mayPublish: boolean
  mayMove: boolean
  moved: number | null
  action: (previous: StaffFormState, form: FormData) => Promise<StaffFormState>
  sendMove: (id: number, place: number) => Promise<boolean>
}

/** The list of supporters, with checkboxes and with buttons for reordering, which work without JavaScript too. */
export function SupporterList({ rows: given, all, list, mayPublish, mayMove, moved, action, sendMove }: Props) {
  const [state, send, isPending] = useActionState(action, null)
  const [rows, setRows] = useState(given)
  const [said, setSaid] = useState('')
  const [ticked, setTicked] = useState(0)
  const { isScripted, scripted } = useStaffAnswer(state)
  const form = useRef<HTMLFormElement>(null)
  const toFocus = useRef<string | null>(null)
  // The buttons move with their row, and the browser then drops keyboard focus.
  useEffect(() => {
    if (toFocus.current !== null) document.getElementById(toFocus.current)?.focus()
    toFocus.current = null
  }, [rows])

  async function move(id: number, place: number, button: string) {
    const name = rows.find((row) => row.id === id)?.name ?? ''
    toFocus.current = button
    setRows((before) => moveRow(before, id, place))
    const isMoved = await sendMove(id, place).catch(() => false)
    setSaid(
      isMoved ? `${name} is now in place ${place} of ${all}.` : `${name} could not be moved. Load the page again.`,
    )
    if (!isMoved) setRows(rows)
  }
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name^="row-"]') ?? [])]
  const count = () => setTicked(boxes().filter(({ checked }) => checked).length)
  function tickAll(checked: boolean) {
    for (const box of boxes()) box.checked = checked
    count()
  }

  return (
    <form ref={form} action={send} className="supporter-list-form" noValidate onChange={count}>
      {scripted}
      <input type="hidden" name="list" value={list} />
      {state?.outcome === 'refused' && <AnswerBox of={state} outcome="refused" message={state.message} />}
      {mayPublish && (
        <BulkBar
          ticked={ticked}
          shown={rows.length}
          isScripted={isScripted}
          isPending={isPending}
          onTickAll={tickAll}
        />
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <ol className="supporter-rows">
        {rows.map((row, index) => (
          <SupporterRow
            key={row.id}
            row={row}
            above={rows[index - 1]?.place ?? (row.place > 1 ? row.place - 1 : null)}
            below={rows[index + 1]?.place ?? (row.place < all ? row.place + 1 : null)}
            list={list}
            mayTick={mayPublish}
            mayMove={mayMove}
            isMoved={row.id === moved}
            onMove={isScripted ? move : null}
          />
        ))}
      </ol>
    </form>
  )
}
