import type { Conflict } from './conflict'
import type { Fields } from './merge'
import type { Problem } from './result'

/**
 * The result of a staff form. `ready`: the browser should open `href`. `link` is shown once, to be copied. `values` are the typed values, which the form
 * shows again.
 */
export type StaffFormState =
  | null
  | { outcome: 'ready'; href: string }
  | { outcome: 'done'; message: string; link?: string }
  | { outcome: 'refused'; message: string; problems: Problem[]; values: Fields }

/**
 * The result of a form that two people may be editing. `conflict`: the person chooses a side; `merged`: the form again,
 * with the chosen values.
 */
export type MergingFormState = StaffFormState | { outcome: 'merged'; values: Fields } | Conflict

/** Such a result, if it stays on the same page. */
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
  /** Heading of the group of fields that starts here. */
  heading?: string
  autoComplete?: string
  /** For a select; options of the same `group` stand together, in the order given. */
  options?: { value: string; text: string; group?: string }[]
  /** For text, in UTF-16 code units; 200 by default. */
  maxLength?: number
  /** For a textarea. */
  rows?: number
  /** For a file: types and extensions, as in the HTML attribute. */
  accept?: string
}

/** The result of a rejected form. @param values the typed values */
export function refuseForm(
  message: string,
  problems: Problem[] = [],
  values: Fields = {},
): Extract<StaffFormState, { outcome: 'refused' }> {
  return { outcome: 'refused', message, problems, values }
}
