/**
 * What somebody has decided about a file: other columns for its headers, the lines to leave out, and whom rows mean
 * that are asked about, by line.
 */
export type ImportDecisions = {
  mapping: Record<string, string>
  leftOut: number[]
  answers: Record<string, string>
}

/** The answer to a row that is asked about, that it is somebody else, and to be left out. */
export const leaveOutAnswer = 'leave-out'

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
  /** Whom it may mean, and the answer that says so. */
  candidates: { text: string; answer: string }[]
  /** All cells of a wrong row, as they are. */
  cells: string[]
  /** Who it was found or said to be; '' for none. */
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
      /** All headers of the file, over the cells of its wrong rows. */
      titles: string[]
      /** What it was checked with. */
      choices: ImportDecisions
      seal: string
    }

/** The result of applying a file. `undo`: its newest change in the activity log, by which all of it can be undone. */
export type ImportEnd = { outcome: 'done' | 'refused'; message: string; undo?: string }
