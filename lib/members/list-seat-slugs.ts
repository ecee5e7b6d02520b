import 'server-only'
import { directoryFacts } from './data/facts'

/** The last part of the address of each of the 650 seats: fixed until constituencies are drawn anew. */
export function listSeatSlugs(): string[] {
  return directoryFacts().seats.map(({ slug }) => slug)
}
