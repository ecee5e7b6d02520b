import { toUkDay } from '../../shared/model/uk-time'

/** A supporting MP on the wall, with staff's own values. Days are YYYY-MM-DD. */
export type ReviewedSupporter = {
  id: number
  name: string
  memberId: number
  isFormer: boolean
  constituency: string | null
  joinedOn: string | null
  createdAt: Date
  answeredChanges: string // keys, separated by spaces
}

/** The directory's current details for a person; no seat when they aren't sitting. */
export type ReviewedMember = { name: string; leftOn: string | null; seatName: string | null }

/** A line of the directory's history, with the time of its sync. */
export type JournalLine = {
  id: number
  syncId: number
  memberId: number | null
  seatName: string
  field: string
  before: string | null
  after: string | null
  checkedAt: Date
}

/**
 * A change to a supporter since they signed: their seat, their party, or the office of Speaker, which
 * Parliament lists in place of a party. `before` and `after` are seat or party names, null for no seat; `on` is
 * the day a sync found it, null when the directory has never had them.
 */
export type WallChange = {
  id: string
  supporterId: number
  name: string
  what: 'seat' | 'party' | 'office'
  before: string | null
  after: string | null
  on: string | null
}

type Found = Omit<WallChange, 'id' | 'supporterId' | 'name'> & { key: string }

/**
 * The changes staff haven't answered yet, oldest first for each supporter. There are none for someone staff
 * have marked as a former MP and who has no seat: the wall already says so.
 * @param member null when the directory has never had them
 * @param journal lines for the fields member and party, oldest first, for everyone
 */
export function listSupporterChanges(
  supporter: ReviewedSupporter,
  member: ReviewedMember | null,
  journal: readonly JournalLine[],
): WallChange[] {
  const isSeated = member?.seatName != null
  if (supporter.isFormer && !isSeated) return []
  const since = journal.filter((line) => isSince(line, supporter) && !isLeftForAnother(line, journal))
  const found = since
    .filter(({ memberId }) => memberId === supporter.memberId)
    .map((line) => toChange(line, supporter, member, journal))
  if (!isSeated && found.findLast(({ what }) => what === 'seat')?.after !== null)
    found.push(...findLoss(supporter, member, since))
  const answered = new Set(supporter.answeredChanges.split(' '))
  return found
    .filter(({ key }) => !answered.has(key))
    .map(({ key, ...rest }) => ({
      id: `${supporter.id}-${key}`,
      supporterId: supporter.id,
      name: supporter.name,
      ...rest,
    }))
}

/** Splits a change's id into its parts; null when invalid. */
export function parseWallChangeId(id: string): { supporterId: number; key: string } | null {
  const [, supporterId, key] = /^(\d{1,9})-(\d{1,9}|left-[\d-]{10}|unknown)$/.exec(id) ?? []
  return supporterId && key ? { supporterId: Number(supporterId), key } : null
}

function isSince({ checkedAt }: JournalLine, { joinedOn, createdAt }: ReviewedSupporter): boolean {
  return joinedOn === null ? checkedAt > createdAt : toUkDay(checkedAt) >= joinedOn
}

/** An MP who changes seats may leave the old one vacant, which the same sync records as a line about them. */
function isLeftForAnother({ syncId, memberId, after }: JournalLine, journal: readonly JournalLine[]): boolean {
  return (
    after === null &&
    journal.some(
      (line) => line.syncId === syncId && line.memberId === memberId && line.field === 'member' && line.after !== null,
    )
  )
}

function toChange(
  line: JournalLine,
  { constituency }: ReviewedSupporter,
  member: ReviewedMember | null,
  journal: readonly JournalLine[],
): Found {
  const { before, after, seatName } = line
  const rest = { key: String(line.id), on: toUkDay(line.checkedAt) }
  if (line.field === 'party')
    return { ...rest, what: before === 'Speaker' || after === 'Speaker' ? 'office' : 'party', before, after }
  if (after === null) return { ...rest, what: 'seat', before: seatName, after: null }
  const left = journal.find(
    (other) =>
      other.syncId === line.syncId && other.id !== line.id && other.field === 'member' && other.before === member?.name,
  )
  return { ...rest, what: 'seat', before: left?.seatName ?? constituency, after: seatName }
}

/** Finds the loss of a seat that was filled straight away, which is recorded under the successor. */
function findLoss(
  { joinedOn, createdAt, constituency }: ReviewedSupporter,
  member: ReviewedMember | null,
  since: readonly JournalLine[],
): Found[] {
  if (!member) return [{ key: 'unknown', what: 'seat', before: constituency, after: null, on: null }]
  const { leftOn, name } = member
  if (leftOn === null || leftOn < (joinedOn ?? toUkDay(createdAt))) return []
  const line = since.findLast((each) => each.field === 'member' && each.before === name)
  return [{ key: `left-${leftOn}`, what: 'seat', before: line?.seatName ?? constituency, after: null, on: leftOn }]
}

/** Describes a change in one sentence, without the name. */
export function describeWallChange({ what, before, after }: Pick<WallChange, 'what' | 'before' | 'after'>): string {
  switch (what) {
    case 'seat':
      if (after === null) return before === null ? 'Sits in the Commons no longer.' : `Sits for ${before} no longer.`
      return before === null ? `Sits for ${after} now.` : `Sits for ${after} now, and sat for ${before} before.`
    case 'party':
      return `${after ?? 'No party'} now, ${before ?? 'no party'} before.`
    case 'office':
      return after === 'Speaker'
        ? `Speaker of the House now, ${before ?? 'no party'} before.`
        : `Speaker no longer: ${after ?? 'no party'} now.`
  }
}
