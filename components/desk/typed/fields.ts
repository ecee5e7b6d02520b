/** What a form holds: each field's value by name and number among its namesakes; boxes as '1' or ''. */
export type Typed = Record<string, string>

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

// What belongs to one sending of a form, and not to what somebody typed.
const ofSending = ['press', 'scripted']
const silent = ['hidden', 'submit', 'button', 'search', 'file', 'image', 'reset']

/** Whether a form is one that people write in, rather than a search or a row of buttons. */
export function isWritten(form: HTMLFormElement): boolean {
  return !form.getAttribute('action')?.startsWith('/') && listFields(form).some(isText)
}

/** A name for a form on its page, the same each time the page is opened. */
export function nameForm(form: HTMLFormElement): string {
  const names = listFields(form).flatMap((field) => (field.type === 'hidden' ? [] : [field.name]))
  return `${window.location.pathname} ${[...new Set(names)].join()}`
}

/** Everything in a form, its hidden fields too. */
export function readTyped(form: HTMLFormElement): Typed {
  return Object.fromEntries(numberFields(form).map(([key, field]) => [key, readField(field)]))
}

/** A form as the page showed it, whatever has been typed since, which may have been before this script came. */
export function readShown(form: HTMLFormElement): Typed {
  return Object.fromEntries(numberFields(form).map(([key, field]) => [key, readDefault(field)]))
}

/** The hidden fields of a form as they are. */
export function readHidden(form: HTMLFormElement): Typed {
  const hidden = numberFields(form).filter(([, { type }]) => type === 'hidden')
  return Object.fromEntries(hidden.map(([key, { value }]) => [key, value]))
}

/** Puts back what was typed, and tells the form, as if it had been typed just now. */
export function fillForm(form: HTMLFormElement, typed: Typed): void {
  const changed = numberFields(form).filter(([key, field]) => {
    const value = typed[key]
    if (value === undefined || value === readField(field)) return false
    if (isBox(field)) field.checked = value === '1'
    else field.value = value
    return true
  })
  for (const [, field] of changed) {
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

/** What differs from how the page showed the form: what somebody typed, and nothing that others may change meanwhile. */
export function listChanges(shown: Typed, form: HTMLFormElement): Typed {
  return Object.fromEntries(Object.entries(readTyped(form)).filter(([key, value]) => (shown[key] ?? '') !== value))
}

/** Whether a file is chosen, which a browser doesn't let us keep. */
export function hasFile(form: HTMLFormElement): boolean {
  return listFields(form).some((field) => field instanceof HTMLInputElement && (field.files?.length ?? 0) > 0)
}

function listFields(form: HTMLFormElement): Field[] {
  return [...form.elements].filter(
    (element): element is Field =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      !element.name.startsWith('$') &&
      !ofSending.includes(element.name),
  )
}

function numberFields(form: HTMLFormElement): [string, Field][] {
  const counts = new Map<string, number>()
  return listFields(form)
    .filter(({ type }) => type === 'hidden' || !silent.includes(type))
    .map((field) => {
      const at = counts.get(field.name) ?? 0
      counts.set(field.name, at + 1)
      return [`${field.name} ${at}`, field]
    })
}

function isText(field: Field): boolean {
  return !silent.includes(field.type) && !isBox(field)
}

function isBox(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')
}

function readField(field: Field): string {
  return isBox(field) ? (field.checked ? '1' : '') : field.value
}

function readDefault(field: Field): string {
  if (isBox(field)) return field.defaultChecked ? '1' : ''
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue
  return [...field.options].find(({ defaultSelected }) => defaultSelected)?.value ?? field.value
}
