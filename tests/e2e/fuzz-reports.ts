import fc from 'fast-check'
import { channels } from '@/lib/actions/model/channel'
import { hostileString, marker } from '../fixtures/hostile-strings'

const wrong = fc.oneof(hostileString, fc.jsonValue())

/**
 * Reports of hand-offs, right and wrong ones. A token of `'its own'` stands for the one of its constituency and key.
 * @param given the constituencies, keys and tokens that the server has issued
 */
export function composeReports({ slugs, keys, tokens }: { slugs: string[]; keys: string[]; tokens: unknown[] }) {
  // Most have the right token; the rest have another's token, or anything.
  const token = fc.oneof({ weight: 4, arbitrary: fc.constant('its own') }, fc.constantFrom(...tokens), wrong)
  return fc.oneof(
    fc.record({
      slug: fc.constantFrom(...slugs),
      channel: fc.constantFrom(...channels),
      kind: fc.constantFrom('opened', 'confirmed'),
      key: fc.constantFrom(...keys),
      token,
      more: hostileString,
    }),
    fc.record({
      slug: fc.constantFrom(...slugs, marker),
      channel: fc.oneof(fc.constantFrom(...channels), wrong),
      kind: wrong,
      key: wrong,
      token,
      more: wrong,
    }),
    fc.record({
      slug: wrong,
      channel: wrong,
      kind: fc.constantFrom('opened', marker),
      key: fc.constantFrom(...keys),
      token,
      more: wrong,
    }),
    fc.record({
      slug: fc.constantFrom(...slugs),
      channel: fc.constant('x'),
      kind: fc.constant('opened'),
      key: fc.constantFrom(...keys),
      token: wrong,
      source: wrong,
      isPersonal: wrong,
    }),
    wrong,
  )
}
