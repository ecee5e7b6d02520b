/** What is wrong with one field of a form. */
export type FieldProblem = { field: string; message: string }

/**
 * What a form of the staff's desk is answered. `ready`: the browser opens `href`. `values` are what was
 * typed, so that nothing is lost.
 */
export type StaffFormState =
  | null
  | { outcome: 'ready'; href: string }
  | { outcome: 'done'; message: string }
  | { outcome: 'refused'; message: string; problems: FieldProblem[]; values: Record<string, string> }

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
  problems: FieldProblem[] = [],
  values: Record<string, string> = {},
): StaffFormState {
  return { outcome: 'refused', message, problems, values }
}
