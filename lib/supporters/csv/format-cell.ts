import type { SupporterValues } from '../model/fields'

/** Formats a field as a cell: empty for null, yes or no for flags, text unchanged. */
export function formatCell(value: SupporterValues[keyof SupporterValues]): string {
  if (value === null) return ''
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/**
 * Normalises text to what survives a round trip through a spreadsheet: one kind of line break, no lone
 * surrogates.
 */
export function normaliseCell(text: string): string {
  return Buffer.from(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')).toString()
}
