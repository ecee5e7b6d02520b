import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { channels } from '@/lib/actions/model/channel'
import { openPostcodeIndex } from '@/lib/postcodes/index/open'
import { readTyped } from '@/lib/postcodes/read-typed'
import { hostileString, marker } from '../fixtures/hostile-strings'
import { composePost, readCounts, readForm, seed, send, site, tryAll } from './fuzz-site'
import type { Answer, Sent } from './send-raw'
import { readComposedUrl } from './composed-url'
import { composeReports } from './fuzz-reports'

// Hostile strings in every input, several per request. FUZZ_REQUESTS=10000 runs a long campaign.
const requests = Number(process.env.FUZZ_REQUESTS ?? 500)
test.describe.configure({ mode: 'serial', timeout: 60_000 + requests * 60 })
console.log(`fuzzing with FUZZ_SEED=${seed}`)

const slugs = ['ashford', 'chorley', 'manchester-central']
const path = '/take-action/ashford'
let memoryMb = 0

test.beforeAll(async () => {
  for (const page of ['/', '/find', '/take-action', path, '/api/counts'])
    await send({ method: 'GET', path: page, headers: {} })
  memoryMb = site.memoryMb()
})

test.afterEach(() => console.log(`the server's memory: ${memoryMb} MB before, ${site.memoryMb()} MB now`))

/** What must hold for every response. */
function expectDecent({ status, headers, body }: Answer, allowed: number[]) {
  expect(allowed, body.slice(0, 300)).toContain(status)
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers).not.toHaveProperty('set-cookie')
  expect(JSON.stringify(headers)).not.toContain(marker)
}

const isTooLong = ({ body }: Sent) => body !== undefined && body.length > 100_000

// The previous response, which the browser sends back.
const state = fc.oneof(
  fc.constant(null),
  fc.record({
    outcome: hostileString,
    value: hostileString,
    seats: fc.array(hostileString, { maxLength: 2 }),
    draft: fc.json(),
  }),
)

const index = openPostcodeIndex(readFileSync('prisma/seed/postcodes.bin'))

for (const { name, page, field } of [
  { name: 'the postcode form', page: '/take-action', field: 'postcode' },
  { name: 'the search', page: '/find', field: 'query' },
]) {
  for (const isScripted of [true, false]) {
    test(`${name}, ${isScripted ? 'with' : 'without'} JavaScript`, async () => {
      const form = await readForm(page)
      const before = readCounts()
      const input = fc.record({ typed: hostileString, name: hostileString, state })
      await tryAll(input, isScripted ? requests : requests / 5, async ({ typed, name, state }) => {
        const post = composePost(page, form, { [field]: typed, other: name }, state, isScripted)
        const answer = await send(post)
        if (isTooLong(post)) return expectDecent(answer, [413])
        const found = answer.headers['x-action-redirect'] ?? answer.headers.location
        if (found !== undefined) {
          // One text in thousands holds a postcode by chance: `tQ%+@25BQ`.
          expect(readTyped(index, typed).kind).toBe('postcode')
          expect(found).toMatch(/^\/take-action\/[a-z-]+(;push)?$/)
          return expectDecent(answer, [200, 303])
        }
        expectDecent(answer, [200])
        expect(answer.body).toContain(isScripted ? '0:{"a":' : 'autofocus=""')
      })
      expect(readCounts()).toBe(before)
    })
  }
}

for (const isScripted of [true, false]) {
  test(`the hand-off, ${isScripted ? 'with' : 'without'} JavaScript`, async () => {
    const form = await readForm(path)
    const before = readCounts()
    const counted = new Set<string>()
    const text = fc.record({ post: hostileString, subject: hostileString, part3: hostileString })
    const details = fc.record({
      sender_name: hostileString,
      sender_address: hostileString,
      sender_postcode: hostileString,
      why_it_matters: hostileString,
      local_link: hostileString,
    })
    const where = fc.record({
      slug: fc.oneof(fc.constantFrom(...slugs), hostileString),
      target: fc.oneof(
        fc.constantFrom('x', 'bluesky', 'mailto', 'gmail', 'outlook', 'yahoo', 'letter', 'sent'),
        hostileString,
      ),
    })
    // Ten strings in each, plus those in the state.
    await tryAll(
      fc.tuple(where, text, details, state),
      isScripted ? requests : requests / 2,
      async ([where, draft, given, state]) => {
        const post = composePost(path, form, { ...where, ...draft, ...given }, state, isScripted)
        // Without JavaScript, the user agent distinguishes visitors.
        const answer = await send({ ...post, headers: { ...post.headers, 'user-agent': `fuzz ${isScripted}` } })
        if (isTooLong(post)) return expectDecent(answer, [413])
        expectDecent(answer, [200])
        const isMeant = !where.slug.includes(marker) && !where.target.includes(marker)
        if (isScripted)
          expect(answer.body).toMatch(isMeant ? /"outcome":"(composed|confirmed|refused)"/ : /"outcome":"refused"/)
        else if (!isMeant) expect(answer.body).toContain('data-outcome="refused"')
        const outcome = /data-outcome="([a-z]+)"|"outcome":"([a-z]+)"/.exec(answer.body)?.slice(1).find(Boolean)
        if (outcome === 'composed' || outcome === 'confirmed') {
          const isEmail = ['mailto', 'gmail', 'outlook', 'yahoo', 'sent'].includes(where.target)
          // Confirming a message that wasn't opened gets a response, but isn't counted.
          const isCounted = /data-count="counted"|"count":"counted"/.test(answer.body)
          if (isCounted) counted.add(`${where.slug} ${isEmail ? 'email' : where.target} ${outcome}`)
        }
        const links =
          isScripted || outcome !== 'composed' || where.target === 'letter' ? [] : [readComposedUrl(answer.body)]
        for (const link of links) expect(link.read()).toEqual(link.expected(draft))
      },
    )
    expect(counted.size).toBeGreaterThan(Math.min(8, requests / 60)) // some were valid, or this would test nothing
    // One `sent` may confirm an email and a letter, once each.
    const twice = [...counted].filter((each) => each.endsWith('confirmed')).length
    expect(readCounts()).toBeGreaterThanOrEqual(before + counted.size)
    expect(readCounts()).toBeLessThanOrEqual(before + counted.size + twice)
  })
}

test('the report of a hand-off', async () => {
  const before = readCounts()
  const counted = new Set<string>()
  const keys = Array.from({ length: 20 }, (_, at) => `a-key-of-the-campaign-${at}`)
  const post = (where: string, value: unknown) =>
    send({
      method: 'POST',
      path: where,
      headers: { 'content-type': 'application/json', origin: process.env.E2E_FUZZ },
      body: Buffer.from(JSON.stringify(value)),
    })
  const tokens = new Map<string, unknown>()
  for (const slug of slugs) {
    for (const key of keys)
      tokens.set(`${slug} ${key}`, JSON.parse((await post('/api/actions/token', { slug, key })).body).token)
  }
  const request = composeReports({ slugs, keys, tokens: [...tokens.values()] })
  await tryAll(request, requests, async (generated) => {
    const [slug, channel, kind, key, given] = ['slug', 'channel', 'kind', 'key', 'token'].map(
      (name): unknown => Object(generated)[name],
    )
    // A hostile value may be an object that can't be made a string.
    const own = typeof slug === 'string' && typeof key === 'string' ? tokens.get(`${slug} ${key}`) : undefined
    const body = given === 'its own' ? { ...Object(generated), token: own } : generated
    const answer = await post(channel === undefined ? '/api/actions/token' : '/api/actions', body)
    expectDecent(answer, [200, 400])
    const { outcome } = JSON.parse(answer.body)
    const isOwn = own !== undefined && Object(body).token === own
    const isMeant = isOwn && channels.some((each) => each === channel) && (kind === 'opened' || kind === 'confirmed')
    if (outcome === 'counted') counted.add([slug, channel, kind, key].join())
    if (outcome === 'counted' || outcome === 'not-opened') expect(isMeant).toBe(true)
    else if (outcome !== 'issued') expect(['malformed', 'refused', 'stale-token']).toContain(outcome)
  })
  expect(counted.size).toBeGreaterThan(Math.min(100, requests / 25))
  expect(readCounts()).toBe(before + counted.size)
})

test('URLs and headers', async () => {
  const before = readCounts()
  const header = hostileString.map((text) => text.replace(/[^\x20-\x7E\x80-\xFF]/g, '').slice(0, 1_000))
  const encoded = fc.oneof(
    hostileString.map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).slice(0, 2_000)),
    hostileString.map((text) => text.replace(/[^\x21-\x7E]/g, '').slice(0, 2_000)),
  )
  const doors = fc.constantFrom(
    '/api/counts/',
    '/take-action/',
    '/find/',
    '/',
    '/take-action?s=',
    '/take-action/ashford?s=',
    '/?s=',
    '/api/counts?',
  )
  const names = [
    'if-none-match',
    'origin',
    'accept-encoding',
    'referer',
    'cookie',
    'rsc',
    'next-router-state-tree',
    'next-action',
    'x-prerender-revalidate',
  ]
  const input = fc.record({
    door: doors,
    text: encoded,
    headers: fc
      .tuple(...names.map((name) => fc.tuple(fc.constant(name), header)))
      .chain((all) => fc.subarray(all, { minLength: 3 })),
  })
  await tryAll(input, requests, async ({ door, text, headers }) => {
    const answer = await send({ method: 'GET', path: door + text, headers: Object.fromEntries(headers) })
    const { location, refresh, ...others } = answer.headers
    // Only the trailing slash is removed; the rest of the visitor's URL stays.
    if (refresh !== undefined) expect(refresh).toBe(`0;url=${location}`)
    expectDecent({ ...answer, headers: others }, [200, 304, 308, 400, 404, 431])
    if (location !== undefined) expect(location).toMatch(/^\/(?![/\\])[\x21-\x7E]*$/)
  })
  expect(readCounts()).toBe(before)
})

test('a long body; then a quiet log and bounded memory after all this', async () => {
  const form = await readForm('/take-action')
  const { headers } = composePost('/take-action', form, {}, null, false)
  expectDecent(
    await send({ method: 'POST', path: '/take-action', headers, body: Buffer.alloc(1_000_000, marker) }),
    [413],
  )
  expect(site.log()).not.toContain(marker)
  expect(site.log()).not.toMatch(/"level":[56]0/)
  expect(site.memoryMb()).toBeLessThan(1_200) // 320 of them for JavaScript, see servers.ts; databases and compressors add their own
})

test('a bug loses no text and is logged, without what was typed', async () => {
  const form = await readForm(path)
  const slug = 'orkney-and-shetland' // one not requested before, so it has to be read
  const post = composePost(path, form, { slug, target: 'x', post: marker }, null, false)
  const database = site.database()
  database.exec('ALTER TABLE "Member" RENAME TO "Hidden"')
  const answers = [
    await send(post),
    await send(composePost(path, form, { slug, target: 'x', post: marker }, null, true)),
  ]
  database.exec('ALTER TABLE "Hidden" RENAME TO "Member"')
  database.close()
  for (const answer of answers) {
    expectDecent(answer, [200])
    expect(answer.body).toContain(marker)
  }
  expect(site.log()).toMatch(/"level":40.*using the shipped facts/)
  expect(site.log()).not.toContain(marker)
  expectDecent(await send(post), [200])
})
