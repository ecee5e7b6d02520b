import type { HttpFailure } from '../../shared/http/get-json'

/** Why postcodes.io gave no usable answer. */
export type UnavailableReason = HttpFailure['failure'] | 'rate-limited' | 'unexpected-shape' | 'circuit-open'

/** Crown dependencies have postcodes but no MP. `other`: a live postcode without a constituency yet. */
export type PlaceWithoutMp = 'channel-islands' | 'isle-of-man' | 'other'

/** A postcode in its usual form (`BT1 5GS`) and the ONS code of its constituency (`N05000003`). */
export type Located = { postcode: string; code: string }

/**
 * Everything that a look-up can say. `not-found` and `invalid` are facts about the
 * postcode; `unavailable` is a fact about the service and says nothing of the postcode.
 */
export type PostcodesIoAnswer =
  | { kind: 'live'; postcode: string; code: string }
  | { kind: 'no-constituency'; postcode: string; place: PlaceWithoutMp }
  | { kind: 'terminated'; postcode: string; nearest: Located | null }
  | { kind: 'not-found' }
  | { kind: 'invalid' }
  | { kind: 'unavailable'; reason: UnavailableReason }
