/** What happens to a row of a file. `asked`: nothing, until somebody says that it is somebody new. */
export const importOutcomes = ['wrong', 'asked', 'new', 'changed', 'unchanged'] as const

export type ImportOutcome = (typeof importOutcomes)[number]

/**
 * A row of a file for display: its line in a text editor, its number in a spreadsheet, its changes and
 * problems.
 */
export type ImportRow = {
  line: number
  row: number
  name: string // as the file has it, for a wrong row
  changes: { column: string; before: string; after: string }[]
  problems: string[]
  warnings: string[]
  /** Why it is asked about: a near-duplicate, or an MP the directory doesn't name once. */
  questions: string[]
  /** The MP of the directory that it was found to be; '' for none. */
  linkedTo: string
  /** The file’s spelling of a name that stays as it is stored; '' where it is the same. */
  keptName: string
  /** Whether it changes somebody who is on the wall now. */
  isLive: boolean
}

/**
 * What a file would do, or why it cannot be read. May list fewer rows than `counts` says. `ignored` are unknown
 * headers; `seal` allows applying this file and nothing else.
 */
export type ImportCheck =
  | { outcome: 'refused'; message: string }
  | {
      outcome: 'planned'
      counts: Record<ImportOutcome, number>
      /** How many of the changed are on the wall now. */
      live: number
      rows: Record<ImportOutcome, ImportRow[]>
      ignored: string[]
      /** Each header of the file with the column it was read as, '' for none, and the columns to choose from. */
      headers: { header: string; column: string }[]
      columns: { value: string; text: string }[]
      seal: string
    }

/** The result of applying a file. `undo`: its newest change in the activity log, by which all of it can be undone. */
export type ImportEnd = { outcome: 'done' | 'refused'; message: string; undo?: string }
