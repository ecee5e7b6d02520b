import 'server-only'
import type { ImportCheck, ImportOutcome, ImportRow } from './model/import-check'
import { fieldNames, type SupporterValues } from './model/fields'
import { createPacer } from './pace'
import { composeColumnName, supporterColumns } from './csv/columns'
import { formatCell } from './csv/format-cell'
import { composeCandidateKey, type ImportPlan, type PlannedRow } from './csv/import-plan'
import type { ImportChoices, SupporterCsvRow } from './csv/read-file'
import { previewImport } from './import'

/**
 * Describes what importing a file would do, without changing anything.
 * @param bytes not trusted; null when no file was chosen
 * @param max rows listed per outcome
 * @param choices not trusted: what people decided about the file
 */
export async function checkImport(
  bytes: Uint8Array | null,
  max = Infinity,
  choices?: ImportChoices,
): Promise<ImportCheck> {
  if (!bytes) return { outcome: 'refused', message: 'Choose a file first.' }
  const preview = await previewImport(bytes, choices)
  if (preview.outcome === 'refused') return { outcome: 'refused', message: formatRefusal(preview) }
  const { plan, rows, titles, ignored, headers, seal } = preview
  return {
    outcome: 'planned',
    counts: plan.counts,
    live: plan.rows.filter((row) => row.outcome === 'changed' && row.isLive).length,
    rows: await groupRows(plan, rows, max),
    titles,
    choices: {
      mapping: { ...choices?.mapping },
      leftOut: [...(choices?.leftOut ?? [])],
      answers: { ...choices?.answers },
    },
    ignored,
    headers: headers.map(({ header, column }) => ({ header, column: column ?? '' })),
    columns: supporterColumns.map(({ column, header }) => ({ value: column, text: header })),
    seal,
  }
}

/** Why a file cannot be read, with its line number when known. */
export function formatRefusal({ line, message }: { line: number | null; message: string }): string {
  return line === null ? message : `Line ${line}: ${message}`
}

async function groupRows(
  { rows }: ImportPlan,
  source: readonly SupporterCsvRow[],
  max: number,
): Promise<Record<ImportOutcome, ImportRow[]>> {
  const pace = createPacer()
  const groups: Record<ImportOutcome, ImportRow[]> = { wrong: [], asked: [], new: [], changed: [], unchanged: [] }
  for (const [index, row] of rows.entries()) {
    await pace()
    if (groups[row.outcome].length < max) groups[row.outcome].push(toImportRow(row, source[index]?.raw ?? []))
  }
  return groups
}

function toImportRow(planned: PlannedRow, raw: string[]): ImportRow {
  const { line, row, warnings, questions = [], linkedTo = '', keptName = '' } = planned
  const none = { problems: [], changes: [], candidates: [], cells: [], isLive: false }
  const rest = { ...none, line, row, warnings, questions, linkedTo, keptName }
  switch (planned.outcome) {
    case 'wrong':
      return {
        ...rest,
        name: planned.name ?? '',
        cells: raw,
        problems: planned.problems.map(({ column, message, value }) =>
          column ? `${composeColumnName(column)}: ${message}${value ? ` It says “${value}”.` : ''}` : message,
        ),
      }
    case 'asked':
      return {
        ...rest,
        name: planned.after.name,
        changes: listValues(planned.after),
        candidates: planned.candidates.map((each) => ({ text: each.text, answer: composeCandidateKey(each) })),
      }
    case 'new':
      return { ...rest, name: planned.after.name, changes: listValues(planned.after) }
    case 'changed':
      return {
        ...rest,
        name: planned.after.name,
        isLive: planned.isLive,
        changes: planned.changes.map((change) => ({ ...change, column: composeColumnName(change.column) })),
      }
    case 'unchanged':
      return { ...rest, name: planned.name }
  }
}

function listValues(values: SupporterValues): ImportRow['changes'] {
  return fieldNames
    .filter((field) => field !== 'name')
    .map((field) => ({ column: composeColumnName(field), before: '', after: formatCell(values[field]) }))
    .filter(({ after }) => after !== '' && after !== 'no')
}
