import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPostcodesIoClient } from '@/lib/postcodes/postcodes-io-client/client'
import * as recorded from '@/tests/fixtures/postcodes-io'

const kinds = ['live', 'no-constituency', 'terminated', 'not-found', 'invalid', 'unavailable']

function lookUpIn(body: string, status: number, postcode: string) {
  const send = async () => new Response(status === 204 ? null : body, { status })
  return createPostcodesIoClient({ baseUrl: 'http://replay', fetch: send, retryDelayMs: 0 }).lookUp(postcode)
}

test('any JSON gives a named outcome and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.constantFrom(200, 204, 301, 400, 404, 429, 500), async (body, status) => {
      const { kind } = await lookUpIn(body, status, 'BT1 5GS')
      // Random JSON can say that a postcode is missing only in the service's own words.
      expect(kind).toBe('unavailable')
    }),
  )
})

test('a recorded body with any one value changed gives a named outcome, and a live one keeps its form', async () => {
  const bodies = [recorded.belfast, recorded.jersey, recorded.terminated, recorded.notFound]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...bodies), fc.nat(), fc.jsonValue(), async (body, which, value) => {
      const total = countValues(body)
      const changed = changeValue(body, which % total, value)
      const postcode = 'terminated' in body ? 'AB1 0AA' : 'result' in body ? body.result.postcode : 'BT1 5GS'
      const answer = await lookUpIn(JSON.stringify(changed), body.status, postcode)
      expect(kinds).toContain(answer.kind)
      if (answer.kind === 'live')
        expect(answer).toMatchObject({ postcode, code: expect.stringMatching(/^[ENSW]\d{8}$/) })
    }),
  )
})

test('a body that is not JSON is unavailable', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.constantFrom(200, 404), async (body, status) => {
      expect(await lookUpIn(`<${body}`, status, 'BT1 5GS')).toEqual({ kind: 'unavailable', reason: 'not-json' })
    }),
  )
})

test('any text as a postcode gives a named outcome', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (postcode) => {
      expect(kinds).toContain((await lookUpIn(JSON.stringify(recorded.notFound), 404, postcode)).kind)
    }),
  )
})

function countValues(value: unknown): number {
  return typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, child) => sum + countValues(child), 1)
    : 1
}

/** The same value with its nth part (counted as countValues does, the whole being 0) replaced. */
function changeValue(value: unknown, nth: number, replacement: unknown): unknown {
  if (nth === 0) return replacement
  if (typeof value !== 'object' || value === null) return value
  let left = nth - 1
  const entries = Object.entries(value).map(([key, child]) => {
    const size = countValues(child)
    const changed = left >= 0 && left < size ? changeValue(child, left, replacement) : child
    left -= size
    return [key, changed]
  })
  return Object.fromEntries(entries)
}
