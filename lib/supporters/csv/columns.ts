import { fieldNames, type SupporterField, supporterFields } from '../model/fields'

/** A column of the file: a field of a supporter, or its id. */
export type SupporterColumn = 'id' | SupporterField

/** The columns in their order, each with the header that it has in a file that we write, and what staff should know. */
export const supporterColumns: readonly { column: SupporterColumn; header: string; help: string }[] = [
  { column: 'id', header: 'id', help: 'Our number. Leave it empty for somebody new.' },
  ...fieldNames.map((column) => ({ column, ...supporterFields[column].csv })),
]

/** What a page calls a column: the header of our own files. */
export function composeColumnName(column: SupporterColumn): string {
  return supporterColumns.find((each) => each.column === column)?.header ?? column
}

/** The column that a header means, whatever its case, spaces and hyphens; null for any other. */
export function parseHeader(header: string): SupporterColumn | null {
  if (header.length > 100) return null
  const key = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, '')
  const wanted = key(header)
  return supporterColumns.find((each) => key(each.header) === wanted)?.column ?? null
}
