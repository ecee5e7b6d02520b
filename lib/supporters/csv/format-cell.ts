import type { SupporterValues } from '../model/fields'

/** A field as a cell: nothing for null, yes or no, the text as it is. */
export function formatCell(value: SupporterValues[keyof SupporterValues]): string {
  if (value === null) return ''
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** A text as it comes back from a file that a spreadsheet saved: one kind of line break, no halves of characters. */
export function normaliseCell(text: string): string {
  return Buffer.from(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')).toString()
}
