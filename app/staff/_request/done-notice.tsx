import { Notice } from '@/components/desk/notice'
import { UndoButton } from '@/components/desk/undo-button'
import { submitUndo } from '../log/actions'

type Props = { texts: Record<string, string>; done: unknown; undo?: unknown }

/** What is said after an Undo. */
export const undone = 'Undone. The undo is in the activity log too.'

/** The same where somebody may have been added. */
export const undoneAdding = `${undone} A supporter who was added and has been on the wall is hidden now, not deleted.`

/** Confirms what was done, with Undo beside it where that is possible. `undo` is the change in the log, not trusted. */
export function DoneNotice({ texts, done, undo }: Props) {
  const all = { undone, ...texts }
  const isDone = typeof done === 'string' && Object.hasOwn(all, done)
  return (
    <>
      <Notice texts={all} done={done} />
      {isDone && <UndoBeside undo={undo} />}
    </>
  )
}

/** The button beside a success message that undoes the whole deed. */
export function UndoBeside({ undo }: { undo: unknown }) {
  const change = readUndo(undo)
  return change === undefined ? null : <UndoButton action={submitUndo} change={change} />
}

/** The id of a change in the log, not trusted; undefined for none. */
export function readUndo(undo: unknown): string | undefined {
  return typeof undo === 'string' && /^\d{1,9}$/.test(undo) ? undo : undefined
}
