import type { HttpFailure } from '../../shared/http/get-json'

/** Why postcodes.io gave no usable answer. */
export type UnavailableReason = HttpFailure['failure'] | 'rate-limited' | 'unexpected-shape' | 'circuit-open'

/** Crown dependencies have postcodes but no MP. `other`: a live postcode without a constituency yet. */
export type PlaceWithoutMp = 'channel-islands' | 'isle-of-man' | 'other'

/** A postcode in standard form (`BT1 5GS`) and the ONS code of its constituency (`N05000003`). */
export type Located = { postcode: string; code: string }

/**
 * The result of a lookup. `not-found` and `invalid` are about the postcode; `unavailable` is about the service
 * and says nothing about the postcode.
 */
export type PostcodesIoAnswer =
  | { kind: 'live'; postcode: string; code: string }
  | { kind: 'no-constituency'; postcode: string; place: PlaceWithoutMp }
  | { kind: 'terminated'; postcode: string; nearest: Located | null }
  | { kind: 'not-found' }
  | { kind: 'invalid' }
  | { kind: 'unavailable'; reason: UnavailableReason }
