import 'server-only'
import { directorySeed } from './data/read-seed'

/** The last part of the address of each of the 650 seats: fixed until constituencies are drawn anew. */
export function listSeatSlugs(): string[] {
  return directorySeed().seats.map(({ slug }) => slug)
}
