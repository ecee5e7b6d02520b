import { searchWords } from '../../shared/model/search-words'

/** Filters for the seat list. `settled`: corrections that no longer have any effect. */
export const directoryFilters = ['vacant', 'overridden', 'settled', 'no-email'] as const

/** The desk's query over the 650 seats; an empty string means no filter. */
export type DirectoryQuery = { q: string; party: string; nation: string; show: '' | (typeof directoryFilters)[number] }

/** The searchable parts of a seat, corrections applied. `mp` is null while it is vacant. */
export type SearchedSeat = {
  name: string
  nation: string
  mp: { name: string; party: string; email: string | null } | null
  corrections: readonly { state: string; agrees: boolean }[]
}

/** Whether a correction has no effect: it has expired, the seat has changed hands, or the source now agrees. */
export function isSettled({ state, agrees }: SearchedSeat['corrections'][number]): boolean {
  return state !== 'applies' || agrees
}

/**
 * The seats that match, in their given order. Each search word must start a word of the seat, MP, party or
 * nation.
 */
export function pickSeats<Seat extends SearchedSeat>(
  seats: readonly Seat[],
  { q, party, nation, show }: DirectoryQuery,
): Seat[] {
  const wanted = searchWords(q)
  return seats.filter((seat) => {
    if ((party && seat.mp?.party !== party) || (nation && seat.nation !== nation) || (show && !isShown(seat, show)))
      return false
    const present = searchWords(`${seat.name} ${seat.nation} ${seat.mp?.name ?? ''} ${seat.mp?.party ?? ''}`)
    return wanted.every((word) => present.some((candidate) => candidate.startsWith(word)))
  })
}

function isShown({ mp, corrections }: SearchedSeat, show: (typeof directoryFilters)[number]): boolean {
  switch (show) {
    case 'vacant':
      return mp === null
    case 'overridden':
      return corrections.length > 0
    case 'settled':
      return corrections.some(isSettled)
    case 'no-email':
      return mp !== null && mp.email === null
  }
}
