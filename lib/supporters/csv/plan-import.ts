import { composeNameKey } from '../model/name-key'
import type { KnownSupporter, SupporterValues } from '../model/fields'
import { createPacer } from '../../shared/pace'
import type { ImportPlan, ImportProblem, ImportSurroundings, PlannedRow } from './import-plan'
import { createMatcher, groupByName } from './match-row'
import { parseCell } from './parse-cell'
import type { SupporterCsvRow } from './read-file'
import { readRow } from './read-row'

/**
 * Plans an import: which supporters would be added or changed and how, and which rows are wrong and why. An
 * import never deletes anyone. Yields to other requests.
 */
export async function planImport(
  rows: readonly SupporterCsvRow[],
  surroundings: ImportSurroundings,
): Promise<ImportPlan> {
  const { supporters } = surroundings
  const byName = await groupByName(supporters)
  const match = createMatcher(supporters, byName)
  const lineOf = new Map<number, number>() // by supporter id
  const newNames = new Map<string, number>()
  let last = supporters.reduce((most, { position }) => Math.max(most, position), 0)

  const plan = (row: SupporterCsvRow): PlannedRow => {
    const place = { line: row.line, row: row.row, warnings: [] }
    const wrong = (...problems: ImportProblem[]): PlannedRow => ({ ...place, outcome: 'wrong', problems })
    if (row.isTooLong)
      return wrong({
        column: null,
        message:
          'This row has more cells than there are headers. A cell that holds the separator needs quotation marks.',
      })
    const found = match({ id: row.cells.id?.trim() ?? '', ...readSubject(row) })
    if ('problem' in found) return wrong(found.problem)
    const known = found.supporter
    const earlier = known && lineOf.get(known.id)
    if (earlier)
      return wrong({ column: null, message: `Line ${earlier} is about the same supporter. Keep one of them.` })
    const reading = readRow(row, known, last + 10, surroundings)
    if ('problems' in reading) return wrong(...reading.problems)
    const { after, changes } = reading
    if (known) {
      lineOf.set(known.id, row.line)
      return changes.length === 0
        ? { ...place, outcome: 'unchanged', id: known.id, name: known.name }
        : { ...place, outcome: 'changed', id: known.id, version: known.version, after, changes }
    }
    last = Math.max(last, after.position)
    const warnings = warnOfNames(after, row.line, byName, newNames)
    return { ...place, warnings, outcome: 'new', after }
  }
  const pace = createPacer()
  const planned: PlannedRow[] = []
  for (const row of rows) {
    await pace()
    planned.push(plan(row))
  }
  const checked = refuseSharedIds(planned, supporters)
  const count = (outcome: PlannedRow['outcome']) => checked.filter((row) => row.outcome === outcome).length
  return {
    rows: checked,
    newestId: supporters.reduce((newest, { id }) => Math.max(newest, id), 0),
    counts: { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), wrong: count('wrong') },
  }
}

/** Reads the cells that identify a row's supporter, as far as they are valid. */
function readSubject({ cells }: SupporterCsvRow): Partial<Pick<SupporterValues, 'kind' | 'name' | 'memberId'>> {
  const kind = parseCell('kind', cells.kind ?? '')
  const memberId = parseCell('memberId', cells.memberId ?? '')
  return {
    name: cells.name ?? '',
    ...('value' in kind ? { kind: kind.value } : {}),
    ...('value' in memberId ? { memberId: memberId.value } : {}),
  }
}

function warnOfNames(
  { name }: SupporterValues,
  line: number,
  byName: ReadonlyMap<string, readonly KnownSupporter[]>,
  newNames: Map<string, number>,
): string[] {
  const key = composeNameKey(name)
  if (key === '') return []
  const earlier = newNames.get(key)
  newNames.set(key, earlier ?? line)
  const present = byName.get(key)?.[0]
  return [
    ...(present ? [`There is a supporter of this name already (${present.kind}, id ${present.id}).`] : []),
    ...(earlier ? [`Line ${earlier} adds the same name.`] : []),
  ]
}

/** Refuses rows that would give two supporters of one kind the same Parliament id. */
function refuseSharedIds(rows: PlannedRow[], supporters: readonly KnownSupporter[]): PlannedRow[] {
  const key = ({ kind, memberId }: SupporterValues) => (memberId === null ? null : `${kind} ${memberId}`)
  const changing = new Set(rows.flatMap((row) => (row.outcome === 'changed' ? [row.id] : [])))
  const taken = new Map(
    supporters.filter(({ id }) => !changing.has(id)).map((each) => [key(each), `Supporter ${each.id}`]),
  )
  return rows.map((row) => {
    const wanted = row.outcome === 'new' || row.outcome === 'changed' ? key(row.after) : null
    if (wanted === null) return row
    const holder = taken.get(wanted)
    taken.set(wanted, holder ?? `Line ${row.line}`)
    const { line, row: number, warnings } = row
    return holder
      ? {
          line,
          row: number,
          warnings,
          outcome: 'wrong',
          problems: [{ column: 'memberId', message: `${holder} has this Parliament id already.` }],
        }
      : row
  })
}
