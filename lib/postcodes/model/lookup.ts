import type { OutsidePlace } from './postcode'

/** A constituency's page and name. */
export type SeatPage = { slug: string; name: string }

/** A constituency to choose, with its MP (null while there is none), and what else tells it from the others. */
export type SeatChoice = SeatPage & { mp: { name: string; party: string } | null; note: string | null }

/**
 * What a postcode is. `not-found` says that there is no such postcode, or none with a constituency; `unavailable` that
 * nobody could be asked.
 * @template Where how its constituency is named
 */
type Answer<Where> =
  | ({ outcome: 'found'; postcode: string; isRepaired: boolean } & Where)
  | { outcome: 'terminated'; postcode: string; nearest: ({ postcode: string } & Where) | null }
  | { outcome: 'not-found'; postcode: string }
  | { outcome: 'invalid' }
  | { outcome: 'not-represented'; place: OutsidePlace }
  | { outcome: 'unavailable'; isNorthernIreland: boolean }

/** What a postcode is. `code` is the ONS code of a constituency. */
export type ConstituencyAnswer = Answer<{ code: string }>

/**
 * What the form shows; a `found` that wasn't repaired goes straight to the MP's page. `typed` is what the visitor wrote,
 * `choices` constituencies to choose from, the likeliest first.
 */
export type ShownOutcome =
  | Exclude<Answer<{ seat: SeatPage }>, { outcome: 'found' | 'not-found' | 'unavailable' }>
  | { outcome: 'found'; postcode: string; isRepaired: boolean; typed: string; seat: SeatPage }
  | { outcome: 'not-found'; postcode: string; choices: SeatChoice[] }
  | { outcome: 'unavailable'; choices: SeatChoice[] }
  | { outcome: 'several-postcodes'; postcodes: { postcode: string; seat: SeatPage | null }[] }
  | { outcome: 'half-postcode'; outcode: string; start: string; choices: SeatChoice[] }
  | NorthernIreland
  | Names
  | { outcome: 'no-match'; typed: string }
  | { outcome: 'dissolved' }
  | { outcome: 'limited' }

/** A postcode, or half of one, in Northern Ireland that we can't look up. `likely` of them contain its post town. */
export type NorthernIreland = {
  outcome: 'northern-ireland'
  outcode: string
  town: string | null
  likely: SeatChoice[]
  others: SeatChoice[]
  /** Whether asking again later may help. */
  canRetry: boolean
}

/** Constituencies found by name, MP or place. `more`: how many others there are. */
export type Names = {
  outcome: 'names'
  typed: string
  /** Whether something is called just that; otherwise these are the nearest. */
  isExact: boolean
  choices: SeatChoice[]
  more: number
}
