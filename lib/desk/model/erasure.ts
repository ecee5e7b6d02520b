/** Where a person’s data can be, in the order of the page. */
export const erasurePlaces = [
  'messages',
  'texts',
  'settings',
  'corrections',
  'supporters',
  'links',
  'staff',
  'signIns',
  'attempts',
  'upkeep',
  'answers',
  'outbox',
  'log',
] as const
export type ErasurePlace = (typeof erasurePlaces)[number]

/** Each place, for display: what is erased there. */
export const placeWords: Record<ErasurePlace, string> = {
  messages: 'Messages: names, drafts, old versions and archived ones',
  texts: 'Texts: drafts and old versions',
  settings: 'Settings',
  corrections: 'Corrections: notes, and details that have expired',
  supporters: 'Supporters: names, constituencies, links, notes and descriptions of logos',
  links: 'Links for partners: tags and labels',
  staff: 'People who were on the staff',
  signIns: 'Sign-ins: browsers, passkeys and links that were sent',
  attempts: 'Addresses that letters went to',
  upkeep: 'Results of the server’s own tasks',
  answers: 'Answers of forms, kept for a day',
  outbox: 'Emails that wait in files',
  log: 'Activity log',
}

/** Each place that can hold what is live, for display: what to do there. */
export const liveWords: Partial<Record<ErasurePlace, { title: string; todo: string }>> = {
  messages: { title: 'Messages that are live', todo: 'Edit it first' },
  texts: { title: 'Texts that are live', todo: 'Edit it first' },
  settings: { title: 'Settings', todo: 'Edit it first' },
  corrections: { title: 'Corrections in force', todo: 'Change or remove it first' },
  staff: { title: 'People on the staff', todo: 'Remove them first' },
}

/** A piece of a text in which it was found, and what that is; `href` is its page, null where it has none. */
export type Extract = { where: string; href: string | null; text: string }

/** What was found in a place: in how many rows, and the first few. */
export type Found = { place: ErasurePlace; count: number; extracts: Extract[] }

/**
 * All that was found. `live` stays until somebody edits it; `found` can be erased. `letters`: how many are from the email
 * address. `seen`: what an erasure has to be sent, so that nothing is erased that nobody has seen in numbers.
 */
export type FoundPerson = { live: Found[]; found: Found[]; letters: number; seen: string }

/** How many pieces of text a place shows of what can be erased, and of what somebody has to edit. */
export const maxExtracts = 5
export const maxLiveExtracts = 50

/** From here on, the page asks whether the word isn’t too common. */
export const manyPlaces = 50

/** How many were found in all. */
export function countFound(found: readonly Pick<Found, 'count'>[]): number {
  return found.reduce((sum, { count }) => sum + count, 0)
}
