import 'server-only'
import { listAllSupporters } from '../data/supporters-desk'
import { type ListedSupporter, pickSupporters, type SupporterQuery } from '../domain/supporter-list'

/** The supporters that staff ask for, of every status unless they name one. */
export async function listSupporters(query: SupporterQuery): Promise<ListedSupporter[]> {
  return pickSupporters(await listAllSupporters(), query)
}

/** The position behind everybody, for a new supporter. */
export async function getNextPosition(): Promise<number> {
  return Math.max(0, ...(await listAllSupporters()).map(({ position }) => position)) + 10
}
