import { searchWords } from '../../shared/model/search-words'

/** What the list of seats can be narrowed down to. `settled`: a correction that does nothing, or nothing any more. */
export const directoryFilters = ['vacant', 'overridden', 'settled', 'no-email'] as const

/** What the desk asks for of the 650 seats; an empty text is no limit. */
export type DirectoryQuery = { q: string; party: string; nation: string; show: '' | (typeof directoryFilters)[number] }

/** A seat as far as it is searched: with what staff know better. `mp` is null while it is vacant. */
export type SearchedSeat = {
  name: string
  nation: string
  mp: { name: string; party: string; email: string | null } | null
  corrections: readonly { state: string; agrees: boolean }[]
}

/** Whether a correction does nothing any more: its day is over, somebody else sits there, or the source says the same. */
export function isSettled({ state, agrees }: SearchedSeat['corrections'][number]): boolean {
  return state !== 'applies' || agrees
}

/** The seats that fit, in their order. Every word must begin a word of the seat, the MP, the party or the nation. */
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
