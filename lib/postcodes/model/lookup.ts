import type { OutsidePlace } from './postcode'

/** A constituency's page and name. */
export type SeatPage = { slug: string; name: string }

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

/** What the form shows; a `found` that wasn't repaired goes straight to the MP's page. */
export type ShownOutcome = Answer<{ seat: SeatPage }> | { outcome: 'dissolved' } | { outcome: 'limited' }
