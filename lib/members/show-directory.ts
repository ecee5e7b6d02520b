import 'server-only'
import { z } from 'zod'
import { getDirectoryAge } from './data/seats'
import {
  type DirectoryPage,
  type DirectorySeatRow,
  getDirectoryPage,
  listDirectorySeats,
  listSourcedDetails,
} from './data/desk'
import { listStaffNames } from '../staff/data/staff'
import type { SourcedDetail } from './model/sourced-details'
import { directoryFilters, type DirectoryQuery, isSettled, pickSeats } from './model/desk-list'

const perPage = 25
const text = z.string().max(100).catch('')
const queryShape = z.object({ q: text, party: text, nation: text, show: z.enum(['', ...directoryFilters]).catch('') })

/**
 * One page of the seat list, the query behind it, and the available filters. `settled` counts corrections that
 * can be removed.
 */
export type DirectoryList = {
  query: DirectoryQuery
  rows: (DirectorySeatRow & { details: SourcedDetail[] })[]
  found: number
  page: number
  pages: number
  parties: string[]
  nations: string[]
  settled: number
  age: { checkedAt: Date; source: string } | null
}

/**
 * The seats that match, 25 per page.
 * @param asked not trusted: `q`, `party`, `nation`, `show`, `page`; unknown values are ignored
 */
export async function showDirectory(asked: Record<string, unknown>, now: Date): Promise<DirectoryList> {
  const query = queryShape.parse(asked)
  const [seats, age] = await Promise.all([listDirectorySeats(now), getDirectoryAge()])
  const found = pickSeats(seats, query)
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const page = Math.min(z.coerce.number().int().min(1).catch(1).parse(asked.page), pages)
  const shown = found.slice((page - 1) * perPage, page * perPage)
  const details = await listSourcedDetails(
    shown.map(({ code }) => code),
    now,
  )
  const unique = (texts: string[]) => [...new Set(texts)].sort((a, b) => a.localeCompare(b, 'en'))
  return {
    query,
    page,
    pages,
    age,
    rows: shown.map((seat) => ({ ...seat, details: details.get(seat.code) ?? [] })),
    found: found.length,
    parties: unique(seats.flatMap(({ mp }) => (mp ? [mp.party] : []))),
    nations: unique(seats.map(({ nation }) => nation)),
    settled: seats.flatMap(({ corrections }) => corrections.filter(isSettled)).length,
  }
}

/** A seat's page at the desk, with the names of those who wrote its corrections; null for an unknown slug. */
export async function showDirectorySeat(slug: string, now: Date): Promise<DirectoryPage | null> {
  const [seat, people] = await Promise.all([getDirectoryPage(slug, now), listStaffNames()])
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (
    seat && {
      ...seat,
      corrections: seat.corrections.map((each) => ({
        ...each,
        savedBy: names.get(each.savedBy) ?? 'the command line',
      })),
    }
  )
}
