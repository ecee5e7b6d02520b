'use client'

import { Fragment, useActionState, useEffect, useRef, useState } from 'react'
import { listKinds } from '@/lib/supporters/model/supporter'
import { type MovedInPlace, moveRow } from '@/lib/supporters/model/move-row'
import { AnswerBox } from '../answer-box'
import type { StaffFormAction } from '../form'
import { SignedOutNote } from '../typed/signed-out'
import { BulkBar } from './bulk-bar'
import { type ListRow, SupporterRow } from './row'
import { UndoButton } from '../undo-button'
import { useStaffAnswer } from '../use-answer'

type Props = {
  rows: ListRow[]
  /** How many of all are on the wall. */
  onWall: number
  /** The query of the list's URL. */
  list: string
  mayPublish: boolean
  /** By kind, and by place within it. Otherwise by name or day. */
  isInWallOrder: boolean
  /** Who was just moved on another page, and the change in the log by which that can be undone. */
  moved: { id: number; undo: string | undefined } | null
  action: StaffFormAction
  sendMove: (form: FormData) => Promise<MovedInPlace>
  undo: StaffFormAction
}

/** The list of supporters, with checkboxes and with buttons for reordering, which work without JavaScript too. */
export function SupporterList({
  rows: given,
  onWall,
  list,
  mayPublish,
  isInWallOrder,
  moved,
  action,
  sendMove,
  undo,
}: Props) {
  const [state, send, isPending] = useActionState(action, null)
  const [rows, setRows] = useState(given)
  const [said, setSaid] = useState(() => describePlace(given.find(({ id }) => id === moved?.id)))
  const [undoable, setUndoable] = useState(moved?.undo)
  const [isOut, setIsOut] = useState(false)
  const [press] = useState(() => crypto.randomUUID())
  const moves = useRef(0)
  const [ticked, setTicked] = useState({ all: 0, onWall: 0 })
  const { isScripted, scripted } = useStaffAnswer(state)
  const form = useRef<HTMLFormElement>(null)
  const toFocus = useRef<string | null>(null)
  // The buttons move with their row, and the browser then drops keyboard focus.
  useEffect(() => {
    if (toFocus.current !== null) document.getElementById(toFocus.current)?.focus()
    toFocus.current = null
  }, [rows])

  async function move(id: number, place: number, button: string) {
    const row = rows.find((each) => each.id === id)
    toFocus.current = button
    setRows((before) => moveRow(before, id, place))
    const form = new FormData()
    for (const [key, value] of Object.entries({ id, place, press: `${press}-${moves.current}` }))
      form.set(key, String(value))
    const answer: MovedInPlace = await sendMove(form).catch(() => ({ outcome: 'refused' }))
    moves.current++
    const isMoved = answer.outcome === 'done'
    setIsOut(answer.outcome === 'signed-out')
    setUndoable(answer.undo)
    setSaid(isMoved && row ? describePlace({ ...row, place }) : `${row?.name} could not be moved. Load the page again.`)
    if (!isMoved) setRows(rows)
  }
  const boxes = () => [...(form.current?.querySelectorAll<HTMLInputElement>('input[name^="row-"]') ?? [])]
  function count() {
    const chosen = new Set(boxes().flatMap(({ checked, name }) => (checked ? name : [])))
    const isOnWall = ({ id, status }: ListRow) => status === 'published' && chosen.has(`row-${id}`)
    setTicked({ all: chosen.size, onWall: rows.filter(isOnWall).length })
  }
  function tickAll(checked: boolean) {
    for (const box of boxes()) box.checked = checked
    count()
  }
  const groups = isInWallOrder
    ? listKinds('many').flatMap(({ value, text }) => {
        const members = rows.filter(({ kind }) => kind === value)
        return members.length > 0 ? [{ heading: text, members }] : []
      })
    : [{ heading: '', members: rows }]

  return (
    <>
      <form ref={form} action={send} className="supporter-list-form" noValidate onChange={count}>
        {scripted}
        <input type="hidden" name="list" value={list} />
        {state?.outcome === 'refused' && <AnswerBox of={state} outcome="refused" message={state.message} />}
        {mayPublish && (
          <BulkBar
            ticked={ticked.all}
            tickedOnWall={ticked.onWall}
            onWall={onWall}
            shown={rows.length}
            isScripted={isScripted}
            isPending={isPending}
            onTickAll={tickAll}
          />
        )}
        {isOut && <SignedOutNote missing="nothing was moved" />}
        {groups.map(({ heading, members }) => (
          <Fragment key={heading}>
            {heading && <h2 className="supporter-kind">{heading}</h2>}
            <ol className="supporter-rows">
              {members.map((row, index) => (
                <SupporterRow
                  key={row.id}
                  row={row}
                  above={members[index - 1]?.place ?? (row.place > 1 ? row.place - 1 : null)}
                  below={members[index + 1]?.place ?? (row.place < row.placesOfKind ? row.place + 1 : null)}
                  list={list}
                  mayTick={mayPublish}
                  mayMove={mayPublish && isInWallOrder}
                  isMoved={row.id === moved?.id}
                  onMove={isScripted ? move : null}
                />
              ))}
            </ol>
          </Fragment>
        ))}
      </form>
      {/* At the window's edge: above the list, it would push the buttons from under the pointer. */}
      <div className="moved">
        <p role="status">{said}</p>
        {undoable !== undefined && <UndoButton key={undoable} action={undo} change={undoable} />}
      </div>
    </>
  )
}

function describePlace(row: ListRow | undefined): string {
  return row ? `${row.name} is now in place ${row.place} of ${row.placesOfKind}.` : ''
}
