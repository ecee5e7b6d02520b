import type { KnownSupporter, SupporterValues } from '../model/fields'
import type { SupporterColumn } from './columns'

/** What an import is planned against: all supporters, and the directory's names by Parliament id. */
export type ImportSurroundings = { supporters: readonly KnownSupporter[]; memberNames: ReadonlyMap<number, string> }

/** A row's location: its line in a text editor, its number in a spreadsheet. */
export type RowPlace = { line: number; row: number }

/** A problem in a row; a null column means the row as a whole. */
export type ImportProblem = { column: SupporterColumn | null; message: string }

/** One changed field, both values formatted as in a file. */
export type FieldChange = { column: keyof SupporterValues; before: string; after: string }

/** What a row would do. Warnings need a person's judgement, but don't block the import. */
export type PlannedRow = RowPlace & { warnings: string[] } & (
    | { outcome: 'new'; after: SupporterValues }
    | { outcome: 'changed'; id: number; version: number; after: SupporterValues; changes: FieldChange[] }
    | { outcome: 'unchanged'; id: number; name: string }
    | { outcome: 'wrong'; problems: ImportProblem[] }
  )

/**
 * What a file would do, row by row, with counts per outcome. `newestId` is the newest supporter at planning
 * time, 0 for none.
 */
export type ImportPlan = { rows: PlannedRow[]; counts: Record<PlannedRow['outcome'], number>; newestId: number }
