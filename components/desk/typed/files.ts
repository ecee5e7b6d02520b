/** The files chosen in a form, by field: a form that is refused is reset, and loses them. */
export function listFiles(form: HTMLFormElement): [string, File[]][] {
  return [...form.elements].flatMap((each): [string, File[]][] =>
    each instanceof HTMLInputElement && each.files && each.files.length > 0 ? [[each.name, [...each.files]]] : [],
  )
}

/** Chooses files again, where the field has lost them. */
export function restoreFiles(form: HTMLFormElement, name: string, files: File[]): void {
  const field = form.elements.namedItem(name)
  if (!(field instanceof HTMLInputElement) || field.type !== 'file' || field.files?.length !== 0) return
  const copy = new DataTransfer()
  for (const file of files) copy.items.add(file)
  field.files = copy.files
  field.dispatchEvent(new Event('change', { bubbles: true }))
}
