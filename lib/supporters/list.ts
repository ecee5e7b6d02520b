import 'server-only'
import { listAllSupporters } from './data/desk'
import { byKind, type ListedSupporter, maxListed, pickSupporters, type SupporterQuery } from './model/list'

/** A supporter with their place among those of their kind, from 1, in wall order and counting every status. */
export type PlacedSupporter = ListedSupporter & { place: number; placesOfKind: number }

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
  const stored = byKind(await listAllSupporters())
  const all = stored.filter(({ archivedAt }) => archivedAt === null)
  const places = new Map<number, number>()
  const ofKind = new Map<string, number>()
  for (const { id, kind } of all) {
    const place = (ofKind.get(kind) ?? 0) + 1
    ofKind.set(kind, place)
    places.set(id, place)
  }
  const found = pickSupporters(stored, query)
  const pages = Math.max(1, Math.ceil(found.length / maxListed))
  const start = (Math.min(query.page, pages) - 1) * maxListed
  return {
    rows: found
      .slice(start, start + maxListed)
      .map((each) => ({ ...each, place: places.get(each.id) ?? 0, placesOfKind: ofKind.get(each.kind) ?? 0 })),
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
