import { cleanName } from '../../shared/model/display-name'
import { typeRules } from '../model/field-types'
import {
  blankValues,
  fieldNames as fields,
  type KnownSupporter,
  type SupporterField,
  supporterFields,
  type SupporterValues,
} from '../model/fields'
import { checkAcrossFields } from '../model/input'
import { formatCell, normaliseCell } from './format-cell'
import type { FieldChange, ImportProblem, ImportSurroundings } from './import-plan'
import { parseCell } from './parse-cell'
import type { SupporterCsvRow } from './read-file'

/** Whether an empty cell means no change: an existing value stays, a new supporter gets the default. */
const keepsWhenEmpty = (field: SupporterField) => typeRules[supporterFields[field].type].keepsWhenEmpty

/** The result of applying a row to a supporter. */
export type RowReading = { after: SupporterValues; changes: FieldChange[] } | { problems: ImportProblem[] }

/**
 * A supporter's values after applying a row. A cell equal to our own export of the current value changes
 * nothing, whether valid or not; every other cell is validated.
 * @param known the row's supporter; null for someone new
 * @param position for someone new, unless the row gives one
 */
export function readRow(
  { cells }: SupporterCsvRow,
  known: KnownSupporter | null,
  position: number,
  surroundings: ImportSurroundings,
): RowReading {
  const problems: ImportProblem[] = []
  const given: Partial<Record<keyof SupporterValues, unknown>> = {}
  for (const field of fields) {
    const cell = cells[field]
    if (cell === undefined || (cell.trim() === '' && keepsWhenEmpty(field))) continue
    if (known && normaliseCell(cell) === normaliseCell(formatCell(known[field]))) continue
    // A supporter matched by name keeps a Parliament id that the file leaves out.
    if (field === 'memberId' && cell.trim() === '' && !cells.id?.trim()) continue
    const parsed = parseCell(field, cell)
    if ('message' in parsed) problems.push({ column: field, message: parsed.message })
    else given[field] = parsed.value
  }
  const start = known ?? { ...blankValues, kind: null, position }
  const after = { ...toValues(start), ...given } as SupporterValues // every value has passed its field's rule
  if (problems.length === 0) problems.push(...checkWhole(after, known, surroundings))
  if (problems.length > 0) return { problems }
  if (after.name === '') after.name = cleanName(surroundings.memberNames.get(after.memberId ?? 0) ?? '')
  return { after, changes: known ? listChanges(known, after) : [] }
}

function checkWhole(
  after: SupporterValues,
  known: KnownSupporter | null,
  { memberNames, now }: ImportSurroundings,
): ImportProblem[] {
  if (!known && !after.kind) return [{ column: 'kind', message: 'Write mp, peer or organisation.' }]
  const isUnchanged = known !== null && listChanges(known, after).length === 0
  if (isUnchanged) return [] // the stored value may predate a rule
  const isUnknown =
    after.kind === 'mp' &&
    after.memberId !== null &&
    !memberNames.has(after.memberId) &&
    known?.memberId !== after.memberId
  const problems: ImportProblem[] = checkAcrossFields(after, now).map(({ field, message }) => ({
    column: field,
    message,
  }))
  if (isUnknown)
    problems.push({
      column: 'memberId',
      message:
        'The directory knows no MP with this id. Check the number, or leave it empty for somebody who left long ago.',
    })
  else if (after.name === '' && (after.kind !== 'mp' || after.memberId === null)) {
    problems.push({
      column: 'name',
      message: `Write a name.${after.kind === 'mp' ? ' Only an MP with a Parliament id gets one from the directory.' : ''}`,
    })
  }
  return problems
}

function listChanges(before: SupporterValues, after: SupporterValues): FieldChange[] {
  return fields.flatMap((column) =>
    before[column] === after[column]
      ? []
      : [{ column, before: formatCell(before[column]), after: formatCell(after[column]) }],
  )
}

function toValues(from: object): object {
  return Object.fromEntries(Object.entries(from).filter(([name]) => fields.some((field) => field === name)))
}
