import 'server-only'
import { listAllSupporters } from './data/desk'
import { type ListedSupporter, maxListed, pickSupporters, type SupporterQuery } from './model/list'

/** A supporter with their place in wall order, from 1, counting every status. */
export type PlacedSupporter = ListedSupporter & { place: number }

/**
 * One page of the list: the matching rows, how many match, how many there are, are on the wall and are archived, and the
 * available filters. Archived ones count for nothing else.
 */
export type SupporterPage = {
  rows: PlacedSupporter[]
  found: number
  all: number
  onWall: number
  archived: number
  pages: number
  parties: string[]
  nations: string[]
}

/** The page of supporters that a query asks for, whatever their status unless it names one. */
export async function listSupporters(query: SupporterQuery): Promise<SupporterPage> {
  const stored = await listAllSupporters()
  const all = stored.filter(({ archivedAt }) => archivedAt === null)
  const places = new Map(all.map(({ id }, index) => [id, index + 1]))
  const found = pickSupporters(stored, query)
  const pages = Math.max(1, Math.ceil(found.length / maxListed))
  const start = (Math.min(query.page, pages) - 1) * maxListed
  return {
    rows: found.slice(start, start + maxListed).map((each) => ({ ...each, place: places.get(each.id) ?? 0 })),
    found: found.length,
    all: all.length,
    onWall: all.filter(({ status }) => status === 'published').length,
    archived: stored.length - all.length,
    pages,
    parties: listValues(all.map(({ party }) => party)),
    nations: listValues(all.map(({ nation }) => nation)),
  }
}

function listValues(values: (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a.localeCompare(b, 'en-GB'))
}
