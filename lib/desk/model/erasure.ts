/** Where a person’s data can be, in the order of the page. */
export const erasurePlaces = ['supporters', 'corrections', 'messages', 'links', 'log', 'staff'] as const
export type ErasurePlace = (typeof erasurePlaces)[number]

/** Each place, for display. */
export const placeWords: Record<ErasurePlace, string> = {
  supporters: 'Supporters: names, notes and descriptions of logos',
  corrections: 'Notes of corrections',
  messages: 'Names of messages',
  links: 'Labels of links for partners',
  log: 'Activity log',
  staff: 'People on the staff',
}

/** A piece of a text in which it was found; of a log entry, with when that was and what was done. */
export type Extract = { text: string; at?: string; action?: string }

/** What was found in a place: in how many rows, and pieces of the first few. */
export type Found = { place: ErasurePlace; count: number; extracts: Extract[] }

/** How many pieces of text a place shows. */
export const maxExtracts = 5
