/** What becomes of a row of a file. */
export const importOutcomes = ['wrong', 'new', 'changed', 'unchanged'] as const

export type ImportOutcome = (typeof importOutcomes)[number]

/** A row of a file for people: its line in a text editor, its number in a spreadsheet, what it changes and what is wrong. */
export type ImportRow = {
  line: number
  row: number
  name: string // '' of a wrong row
  changes: { column: string; before: string; after: string }[]
  problems: string[]
  warnings: string[]
}

/**
 * What a file would do, or why it cannot be read. There may be fewer rows than `counts` says. `ignored`
 * are headers that mean nothing; `seal` is what applies the file and nothing else.
 */
export type ImportCheck =
  | { outcome: 'refused'; message: string }
  | {
      outcome: 'planned'
      counts: Record<ImportOutcome, number>
      rows: Record<ImportOutcome, ImportRow[]>
      ignored: string[]
      seal: string
    }

/** What has become of a file. */
export type ImportEnd = { outcome: 'done' | 'refused'; message: string }
