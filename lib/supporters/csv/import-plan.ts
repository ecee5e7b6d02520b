import type { KnownSupporter, SupporterValues } from '../model/fields'
import type { SupporterColumn } from './columns'

/** What an import meets: all supporters, and the names of everybody the directory knows by Parliament's id. */
export type ImportSurroundings = { supporters: readonly KnownSupporter[]; memberNames: ReadonlyMap<number, string> }

/** Where a row stands: its line in a text editor, its number in a spreadsheet. */
export type RowPlace = { line: number; row: number }

/** What is wrong in a row; without a column it is the row as a whole. */
export type ImportProblem = { column: SupporterColumn | null; message: string }

/** One field that changes; texts as a file would have them. */
export type FieldChange = { column: keyof SupporterValues; before: string; after: string }

/** What a row of the file would do. Warnings are for a person to judge and stop nothing. */
export type PlannedRow = RowPlace & { warnings: string[] } & (
    | { outcome: 'new'; after: SupporterValues }
    | { outcome: 'changed'; id: number; version: number; after: SupporterValues; changes: FieldChange[] }
    | { outcome: 'unchanged'; id: number; name: string }
    | { outcome: 'wrong'; problems: ImportProblem[] }
  )

/** What a file would do, row by row, and how often each; `newestId` is the last supporter that it was planned with, 0 for none. */
export type ImportPlan = { rows: PlannedRow[]; counts: Record<PlannedRow['outcome'], number>; newestId: number }
