import { composeQuery } from '../../shared/model/query'
import { searchWords } from '../../shared/model/search-words'
import { type SupporterKind, supporterKinds, type SupporterStatus, supporterStatuses } from './supporter'

/** The sort orders of the desk's list: wall order, name, last changed, last joined. */
export const supporterSorts = ['wall', 'name', 'changed', 'joined'] as const
export type SupporterSort = (typeof supporterSorts)[number]

/** The query for the desk's list; '' means no filter. */
export type SupporterQuery = {
  query: string
  kind: SupporterKind | ''
  status: SupporterStatus | 'archived' | ''
  party: string
  nation: string
  sort: SupporterSort
  page: number
}

/** Archived supporters are in no other list than their own. */
const listStatuses = [...supporterStatuses, 'archived'] as const

/** The page size. */
export const maxListed = 500

/** A row of the desk's list. `party`, `seatName` and `nation` come from the directory, for MPs it has. */
export type ListedSupporter = {
  id: number
  version: number
  kind: string
  name: string
  memberId: number | null
  isFormer: boolean
  constituency: string | null
  party: string | null
  seatName: string | null
  nation: string | null
  position: number
  status: string
  joinedOn: string | null
  updatedAt: Date
  logoHash: string | null
  archivedAt: Date | null
}

/** Supporters as the wall shows them: MPs, peers, organisations; within a kind in their own order. */
export function byKind<Row extends { kind: string }>(supporters: readonly Row[]): Row[] {
  return supporterKinds.flatMap((kind) => supporters.filter((each) => each.kind === kind))
}

/** Parses URL parameters; invalid values are ignored. */
export function parseSupporterQuery(given: Record<string, unknown>): SupporterQuery {
  const text = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 100) : '')
  return {
    query: text(given.query),
    kind: supporterKinds.find((each) => each === given.kind) ?? '',
    status: listStatuses.find((each) => each === given.status) ?? '',
    party: text(given.party),
    nation: text(given.nation),
    sort: supporterSorts.find((each) => each === given.sort) ?? 'wall',
    page: /^[1-9]\d{0,3}$/.test(text(given.page)) ? Number(given.page) : 1,
  }
}

/**
 * The query string of a list, without the question mark or default values.
 * @param more extra parameters
 */
export function composeSupporterQuery(
  { page, sort, ...rest }: SupporterQuery,
  more: Record<string, string> = {},
): string {
  return composeQuery({ ...rest, sort: sort === 'wall' ? '' : sort, page: page === 1 ? '' : String(page), ...more })
}

/**
 * The supporters whose name, seat, party or id match: each search word must start one of theirs. Archived ones only if the
 * query asks for them.
 * @param supporters in wall order
 */
export function pickSupporters(
  supporters: readonly ListedSupporter[],
  { query, kind, status, party, nation, sort }: SupporterQuery,
): ListedSupporter[] {
  const wanted = searchWords(query)
  const picked = supporters.filter((each) => {
    if (
      (each.archivedAt !== null) !== (status === 'archived') ||
      (kind && each.kind !== kind) ||
      (status && status !== 'archived' && each.status !== status) ||
      (party && each.party !== party) ||
      (nation && each.nation !== nation)
    )
      return false
    if (wanted.length === 0) return true
    const present = searchWords([each.name, each.constituency, each.seatName, each.party, each.memberId].join(' '))
    return wanted.every((word) => present.some((candidate) => candidate.startsWith(word)))
  })
  return sort === 'wall' ? picked : picked.sort(orders[sort])
}

const byName = new Intl.Collator('en-GB', { numeric: true })

const orders: Record<Exclude<SupporterSort, 'wall'>, (a: ListedSupporter, b: ListedSupporter) => number> = {
  name: (a, b) => byName.compare(a.name, b.name),
  changed: (a, b) => b.updatedAt.getTime() - a.updatedAt.getTime(),
  joined: (a, b) => (b.joinedOn ?? '').localeCompare(a.joinedOn ?? ''), // no date sorts last
}
