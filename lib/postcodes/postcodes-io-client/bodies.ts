import { toNormalised } from 'postcode'
import { z } from 'zod'
import type { Located, PlaceWithoutMp, PostcodesIoAnswer } from './answer'

// postcodes.io v18. Older servers lack the `_2024` fields; null means "none".
const constituency = {
  parliamentary_constituency: z.string().nullable(),
  parliamentary_constituency_2024: z.string().nullable().optional(),
}
const place = z.object({ postcode: z.string(), ...constituency, codes: z.object(constituency) })
const found = z.object({ status: z.literal(200), result: place })
const nearby = z.object({ status: z.literal(200), result: z.array(place).nullable() })
const missing = z.object({
  status: z.literal(404),
  // Any other 404 ("Resource not found", a proxy's page) is about the URL, not the postcode.
  error: z.enum(['Postcode not found', 'Invalid postcode']),
  terminated: z
    .object({
      postcode: z.string(),
      longitude: z.number().min(-180).max(180).nullable(),
      latitude: z.number().min(-90).max(90).nullable(),
    })
    .optional(),
})

type Coordinates = { longitude: number; latitude: number }
type Terminated = { kind: 'terminated'; postcode: string; coordinates: Coordinates | null }

/**
 * The result of the first request: an answer, or a terminated postcode whose neighbour is still to be looked
 * up.
 */
export type LookUp = Exclude<PostcodesIoAnswer, { kind: 'terminated' | 'unavailable' }> | Terminated

/**
 * Parses the body of `GET /postcodes/:postcode`.
 * @param asked the postcode in standard form (`BT1 5GS`)
 * @returns null when the body doesn't answer that query
 */
export function parseLookUp(asked: string, body: unknown): LookUp | null {
  const live = found.safeParse(body)
  if (live.success) return normalise(live.data.result.postcode) === asked ? parsePlace(asked, live.data.result) : null
  const gone = missing.safeParse(body)
  if (!gone.success) return null
  const { error, terminated } = gone.data
  if (error === 'Invalid postcode') return { kind: 'invalid' }
  if (!terminated) return { kind: 'not-found' }
  if (normalise(terminated.postcode) !== asked) return null
  const { longitude, latitude } = terminated
  const coordinates = longitude === null || latitude === null ? null : { longitude, latitude }
  return { kind: 'terminated', postcode: asked, coordinates }
}

/**
 * Parses the body of `GET /postcodes?lon=&lat=`, which lists the nearest postcode first.
 * @returns the nearest postcode, or null in `nearest` when there is none or it has no constituency; null
 * instead of an object when the body isn't an answer
 */
export function parseNearest(body: unknown): { nearest: Located | null } | null {
  const list = nearby.safeParse(body)
  if (!list.success) return null
  const [first] = list.data.result ?? []
  if (!first) return { nearest: null }
  const postcode = normalise(first.postcode)
  const answer = postcode === null ? null : parsePlace(postcode, first)
  if (!answer) return null
  return { nearest: answer.kind === 'live' ? { postcode: answer.postcode, code: answer.code } : null }
}

/** A postcode in standard form (`bt15gs` gives `BT1 5GS`), or null when it isn't well formed. */
export function normalise(postcode: string): string | null {
  return toNormalised(postcode.replace(/\s/g, ''))
}

function parsePlace(postcode: string, result: z.infer<typeof place>) {
  const name = result.parliamentary_constituency_2024 ?? result.parliamentary_constituency
  const code = result.codes.parliamentary_constituency_2024 ?? result.codes.parliamentary_constituency
  // In ONS pseudo codes, a letter and 99999999 means "none".
  if (name === null || code?.endsWith('99999999')) {
    return { kind: 'no-constituency' as const, postcode, place: placeOf(code ?? '') }
  }
  return code !== null && /^[ENSW]\d{8}$/.test(code) ? { kind: 'live' as const, postcode, code } : null
}

function placeOf(code: string): PlaceWithoutMp {
  if (code.startsWith('L')) return 'channel-islands'
  return code.startsWith('M') ? 'isle-of-man' : 'other'
}
