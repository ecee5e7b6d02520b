import 'server-only'
import { directorySeed } from './data/read-seed'

/** The slugs of all 650 seats, fixed until the next boundary review. */
export function listSeatSlugs(): string[] {
  return directorySeed().seats.map(({ slug }) => slug)
}
