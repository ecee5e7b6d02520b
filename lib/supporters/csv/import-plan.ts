import type { KnownSupporter, SupporterValues } from '../model/fields'
import type { SupporterColumn } from './columns'
import type { DirectoryMember } from './match-member'

/**
 * What an import is planned against: all supporters, the directory's names by Parliament id, and its MPs, to find those
 * of a file without ids. `archived`: supporters that an import must leave alone, so that an old file brings nobody back.
 * `now`: nobody has joined after it.
 */
export type ImportSurroundings = {
  supporters: readonly KnownSupporter[]
  archived?: ReadonlySet<number>
  memberNames: ReadonlyMap<number, string>
  members?: readonly DirectoryMember[]
  now?: Date
}

/** A row's location: its line in a text editor, its number in a spreadsheet. */
export type RowPlace = { line: number; row: number }

/** A problem in a row; a null column means the row as a whole. `value` is the cell as it was given. */
export type ImportProblem = { column: SupporterColumn | null; message: string; value?: string }

/** One changed field, both values formatted as in a file. */
export type FieldChange = { column: keyof SupporterValues; before: string; after: string }

/** Somebody whom a row that is asked about may mean, and the cell that says so. `text` has what tells them from others. */
export type Candidate = { column: 'id' | 'memberId'; value: string; name: string; text: string }

/** What identifies a candidate in an answer. */
export function composeCandidateKey({ column, value }: Pick<Candidate, 'column' | 'value'>): string {
  return `${column} ${value}`
}

/**
 * What a row would do. Warnings need a person's judgement, but don't block the import. A row that is `asked` about is
 * added only if somebody says that it is somebody new, or one of the `candidates`. `linkedTo`: whom it was found or said to be.
 * `keptName`: the file’s spelling of a stored name, which stays. `isLive`: whether they are on the wall now.
 */
export type PlannedRow = RowPlace & {
  warnings: string[]
  questions?: string[]
  linkedTo?: string
  keptName?: string
} & (
    | { outcome: 'new'; after: SupporterValues }
    | { outcome: 'asked'; after: SupporterValues; candidates: Candidate[] }
    | {
        outcome: 'changed'
        id: number
        version: number
        after: SupporterValues
        changes: FieldChange[]
        isLive: boolean
      }
    | { outcome: 'unchanged'; id: number; name: string }
    | { outcome: 'wrong'; problems: ImportProblem[]; name?: string }
  )

/**
 * What a file would do, row by row, with counts per outcome. `newestId` is the newest supporter at planning
 * time, 0 for none.
 */
export type ImportPlan = { rows: PlannedRow[]; counts: Record<PlannedRow['outcome'], number>; newestId: number }
