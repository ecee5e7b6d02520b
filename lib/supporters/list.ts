import 'server-only'
import { listAllSupporters } from './data/desk'
import { type ListedSupporter, maxListed, pickSupporters, type SupporterQuery } from './model/list'

/** A supporter with their place in wall order, from 1, counting every status. */
export type PlacedSupporter = ListedSupporter & { place: number }

/** One page of the list: the matching rows, how many match, how many there are, and the available filters. */
export type SupporterPage = {
  rows: PlacedSupporter[]
  found: number
  all: number
  pages: number
  parties: string[]
  nations: string[]
}

/** The page of supporters that a query asks for, whatever their status unless it names one. */
export async function listSupporters(query: SupporterQuery): Promise<SupporterPage> {
  const all = await listAllSupporters()
  const places = new Map(all.map(({ id }, index) => [id, index + 1]))
  const found = pickSupporters(all, query)
  const pages = Math.max(1, Math.ceil(found.length / maxListed))
  const start = (Math.min(query.page, pages) - 1) * maxListed
  return {
    rows: found.slice(start, start + maxListed).map((each) => ({ ...each, place: places.get(each.id) ?? 0 })),
    found: found.length,
    all: all.length,
    pages,
    parties: listValues(all.map(({ party }) => party)),
    nations: listValues(all.map(({ nation }) => nation)),
  }
}

function listValues(values: (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a.localeCompare(b, 'en-GB'))
}
