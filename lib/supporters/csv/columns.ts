import type { SupporterValues } from '../model/input'

/** A column of the file: a field of a supporter, or its id. */
export type SupporterColumn = 'id' | keyof SupporterValues

/** The columns in their order, each with the header it has in a file that we write. */
export const supporterColumns: readonly { column: SupporterColumn; header: string }[] = [
  { column: 'id', header: 'id' },
  { column: 'kind', header: 'kind' },
  { column: 'name', header: 'name' },
  { column: 'memberId', header: 'parliament id' },
  { column: 'isFormer', header: 'former' },
  { column: 'constituency', header: 'constituency' },
  { column: 'link', header: 'link' },
  { column: 'position', header: 'position' },
  { column: 'status', header: 'status' },
  { column: 'joinedOn', header: 'joined on' },
  { column: 'notes', header: 'notes' },
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
