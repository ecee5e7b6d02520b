import { fieldNames, type SupporterField, supporterFields } from '../model/fields'

/** A column of the file: a supporter's field, or the id. */
export type SupporterColumn = 'id' | SupporterField

/** The columns in order, each with the header we export and its help text for staff. */
export const supporterColumns: readonly { column: SupporterColumn; header: string; help: string }[] = [
  { column: 'id', header: 'id', help: 'Our number. Leave it empty for somebody new.' },
  ...fieldNames.map((column) => ({ column, ...supporterFields[column].csv })),
]

/** What pages call a column: the header in our own files. */
export function composeColumnName(column: SupporterColumn): string {
  return supporterColumns.find((each) => each.column === column)?.header ?? column
}

/** The column a header stands for, ignoring case, spaces and hyphens; null when unknown. */
export function parseHeader(header: string): SupporterColumn | null {
  if (header.length > 100) return null
  const key = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, '')
  const wanted = key(header)
  return supporterColumns.find((each) => key(each.header) === wanted)?.column ?? null
}
