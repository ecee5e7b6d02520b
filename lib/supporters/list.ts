import 'server-only'
import { listAllSupporters } from './data/desk'
import { type ListedSupporter, maxListed, pickSupporters, type SupporterQuery } from './model/list'

/** A supporter with their place in the order of the wall, from 1, among those of every status. */
export type PlacedSupporter = ListedSupporter & { place: number }

/** What of the list is shown: a page of those that fit, how many fit, how many there are, and what they can be narrowed down to. */
export type SupporterPage = {
  rows: PlacedSupporter[]
  found: number
  all: number
  pages: number
  parties: string[]
  nations: string[]
}

/** A page of the supporters that staff ask for, of every status unless they name one. */
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
