import type { Conflict } from './conflict'
import type { Fields } from './merge'
import type { Problem } from './result'

/**
 * The answer to a form of the staff's desk. `ready`: the browser opens `href`. `values` are what was typed, so that
 * nothing is lost.
 */
export type StaffFormState =
  | null
  | { outcome: 'ready'; href: string }
  | { outcome: 'done'; message: string }
  | { outcome: 'refused'; message: string; problems: Problem[]; values: Fields }

/**
 * The answer to a form that two people may save at once. `conflict`: the person chooses what to keep; `merged`: the
 * form again, with what they chose.
 */
export type MergingFormState = StaffFormState | { outcome: 'merged'; values: Fields } | Conflict

/** An answer of such a form that does not lead to another page. */
export type MergingFormAnswer = Exclude<MergingFormState, null | { outcome: 'ready' }>

/** A field of a form, as plain data. */
export type StaffField = {
  name: string
  label: string
  type?:
    | 'text'
    | 'email'
    | 'url'
    | 'search'
    | 'number'
    | 'date'
    | 'datetime-local'
    | 'textarea'
    | 'checkbox'
    | 'select'
    | 'file'
    | 'hidden'
  value?: string
  hint?: string
  /** Of the group of fields that begins here. */
  heading?: string
  autoComplete?: string
  options?: { value: string; text: string }[]
  /** Of a text, in UTF-16 units; 200 if not said. */
  maxLength?: number
  /** Of a textarea. */
  rows?: number
  /** Of a file: types and endings, as the attribute has them. */
  accept?: string
}

/** The answer to a form that was not accepted. @param values what was typed */
export function refuseForm(
  message: string,
  problems: Problem[] = [],
  values: Fields = {},
): Extract<StaffFormState, { outcome: 'refused' }> {
  return { outcome: 'refused', message, problems, values }
}
