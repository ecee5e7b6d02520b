import { composeNameKey } from '../model/name-key'
import type { KnownSupporter, SupporterValues } from '../model/fields'
import { createPacer } from '../pace'
import {
  type Candidate,
  composeCandidateKey,
  type ImportPlan,
  type ImportProblem,
  type ImportSurroundings,
  type PlannedRow,
} from './import-plan'
import { createNearMatcher, dropName, linkCandidate, type LinkedRow, linkMember } from './link-row'
import { createMatcher, groupByName } from './match-row'
import { createMemberMatcher } from './match-member'
import { parseCell } from './parse-cell'
import type { SupporterCsvRow } from './read-file'
import { readRow } from './read-row'

/**
 * Plans an import: which supporters would be added or changed and how, and which rows are wrong and why. An
 * import never deletes anyone. Yields to other requests.
 * @param answers not trusted: whom rows mean that were asked about, by line
 */
export async function planImport(
  rows: readonly SupporterCsvRow[],
  surroundings: ImportSurroundings,
  answers: Readonly<Record<string, string>> = {},
): Promise<ImportPlan> {
  const { supporters } = surroundings
  const byName = await groupByName(supporters)
  const match = createMatcher(supporters, byName)
  const lineOf = new Map<number, number>() // by supporter id
  const newNames = new Map<string, number>()
  let last = supporters.reduce((most, { position }) => Math.max(most, position), 0)

  const findMember = surroundings.members && createMemberMatcher(surroundings.members)
  const askOfNear = await createNearMatcher(supporters)

  const plan = (given: SupporterCsvRow, linked: LinkedRow): PlannedRow => {
    const { row, linkedTo } = linked
    const answer = Object.hasOwn(answers, given.line) ? answers[given.line] : undefined
    const isMeant = (candidate: Candidate) => composeCandidateKey(candidate) === answer
    const member = linked.candidates?.find(isMeant)
    if (member) return plan(given, linkCandidate(given, member))
    const name = row.cells.name?.trim()
    const place = { line: row.line, row: row.row, warnings: [] }
    const wrong = (...problems: ImportProblem[]): PlannedRow => ({
      ...place,
      outcome: 'wrong',
      problems: problems.map((problem) => addValue(problem, row)),
      ...(name && { name }),
    })
    if (row.isTooLong)
      return wrong({
        column: null,
        message:
          'This row has more cells than there are headers. A cell that holds the separator needs quotation marks.',
      })
    const found = match({ id: row.cells.id?.trim() ?? '', ...readSubject(row) })
    if ('problem' in found) return wrong(found.problem)
    const known = found.supporter
    if (known && surroundings.archived?.has(known.id)) return wrong({ column: null, message: composeArchived(known) })
    const earlier = known && lineOf.get(known.id)
    if (earlier)
      return wrong({ column: null, message: `Line ${earlier} is about the same supporter. Keep one of them.` })
    const keepsName = known !== null && isMatchedByName(row, known, linkedTo !== undefined)
    const reading = readRow(keepsName ? dropName(row) : row, known, last + 10, surroundings)
    if ('problems' in reading) return wrong(...reading.problems)
    const { after, changes } = reading
    if (known) {
      lineOf.set(known.id, row.line)
      const keptName = given.cells.name?.trim()
      const kept = {
        ...place,
        ...(linkedTo && { linkedTo }),
        ...(keepsName && keptName && keptName !== known.name && { keptName }),
      }
      if (changes.length === 0) return { ...kept, outcome: 'unchanged', id: known.id, name: known.name }
      const isLive = known.status === 'published'
      return { ...kept, outcome: 'changed', id: known.id, version: known.version, after, changes, isLive }
    }
    const warnings = warnOfNames(after, row.line, byName, newNames)
    const near = warnings.length > 0 ? null : askOfNear(after, row.line)
    const present = near?.candidates.find(isMeant)
    if (present) return plan(given, linkCandidate(given, present))
    const questions = [...(linked.questions ?? []), ...(near?.questions ?? [])]
    const candidates = [...(linked.candidates ?? []), ...(near?.candidates ?? [])]
    last = Math.max(last, after.position)
    const rest = { ...place, warnings, after, ...(linkedTo && { linkedTo }) }
    return questions.length > 0 ? { ...rest, outcome: 'asked', questions, candidates } : { ...rest, outcome: 'new' }
  }
  const pace = createPacer()
  const planned: PlannedRow[] = []
  for (const row of rows) {
    await pace()
    planned.push(plan(row, findMember ? linkMember(row, findMember) : { row }))
  }
  const checked = refuseSharedIds(planned, supporters)
  const count = (outcome: PlannedRow['outcome']) => checked.filter((row) => row.outcome === outcome).length
  return {
    rows: checked,
    newestId: supporters.reduce((newest, { id }) => Math.max(newest, id), 0),
    counts: {
      asked: count('asked'),
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      wrong: count('wrong'),
    },
  }
}

function composeArchived({ name, id }: KnownSupporter): string {
  return `${name} (id ${id}) is archived. Bring them back first, or leave this row out.`
}

/**
 * Whether a row’s name only says who is meant, however it is spelt, and so renames nobody. A row with our id can.
 * @param isLinked whether the row was linked with the directory, by whatever name
 */
function isMatchedByName({ cells }: SupporterCsvRow, known: KnownSupporter, isLinked: boolean): boolean {
  if (cells.id?.trim()) return false
  return isLinked || composeNameKey(cells.name ?? '') === composeNameKey(known.name)
}

function addValue(problem: ImportProblem, { cells, given }: SupporterCsvRow): ImportProblem {
  const { column } = problem
  const value = column ? (given?.[column] ?? cells[column])?.trim().slice(0, 60) : undefined
  return value ? { ...problem, value } : problem
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
    const wanted = 'after' in row ? key(row.after) : null
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
