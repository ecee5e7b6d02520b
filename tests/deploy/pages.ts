import assert from 'node:assert/strict'
import http from 'node:http'
import http2 from 'node:http2'
import tls from 'node:tls'
import type { Answer, Ask } from './ask'
import { composeForm } from './ask'
import type { Ports, Recipe } from './recipe'
import { check, until } from './report'

export type Setup = { ask: Ask; recipe: Recipe; ports: Ports; origin: string }

const once = [
  'content-security-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
  'cross-origin-opener-policy',
  'permissions-policy',
  'strict-transport-security',
  'cache-control',
  'content-type',
]
const page = '/take-action/ashford'

/** How nginx answered each of some requests, from its log: MISS, HIT, STALE, …, or - where its cache had no part. */
async function howAnswered({ recipe }: Setup, kind: string, asking: () => Promise<Answer[]>): Promise<string[]> {
  const before = recipe.readLog().length
  const { length } = await asking()
  const lines = await until(
    'the log',
    () => recipe.readLog().slice(before),
    (found) => found.length >= length,
  )
  return lines.filter((line) => line.split(' ')[2] === kind).map((line) => line.split(' ').at(-1) ?? '')
}

/** TLS, headers, compression, the cache. */
export async function checkPages(setup: Setup): Promise<void> {
  const { ask, ports } = setup
  await check('http is redirected to https', async () => {
    const { status, location } = await new Promise<{ status?: number; location?: string }>((resolve, reject) =>
      http
        .get(
          { host: '127.0.0.1', port: ports.http, path: '/supporters', headers: { host: 'localhost' } },
          (response) => {
            response.resume()
            resolve({ status: response.statusCode, location: response.headers.location })
          },
        )
        .on('error', reject),
    )
    assert.deepEqual([status, location], [301, 'https://localhost/supporters'])
  })
  await check('another name than the site’s gets no certificate', () =>
    assert.rejects(
      new Promise((resolve, reject) =>
        tls
          .connect(
            { host: '127.0.0.1', port: ports.https, servername: 'other.example', rejectUnauthorized: false },
            () => resolve(null),
          )
          .on('error', reject),
      ),
    ),
  )
  await check('HTTP/2', async () => {
    const session = http2.connect(`https://127.0.0.1:${ports.https}`, { ca: setup.recipe.ca, servername: 'localhost' })
    const status = await new Promise((resolve, reject) =>
      session
        .on('error', reject)
        .request({ ':path': page, ':authority': `localhost:${ports.https}` })
        .on('response', (headers) => resolve(headers[':status']))
        .on('error', reject)
        .resume(),
    )
    session.close()
    assert.deepEqual([status, session.alpnProtocol], [200, 'h2'])
  })
  await check('every security header once, HSTS among them, no cookie, no version', async () => {
    for (const path of ['/', page, '/supporters', '/take-action', '/no-such-page']) {
      const { headers } = await ask(path)
      for (const name of once) assert.equal(headers[name]?.length, 1, `${path}: ${name}: ${headers[name]}`)
      assert.deepEqual([headers['set-cookie'], headers.server], [undefined, ['nginx']], path)
    }
  })
  await check('Brotli, gzip or plain, as the browser takes it, and the same text', async () => {
    const texts = new Set<string>()
    for (const [accepted, expected] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['gzip;q=0', undefined],
      [undefined, undefined],
      ['BR', 'br'],
    ] as const) {
      const { headers, text } = await ask('/supporters', { headers: accepted ? { 'accept-encoding': accepted } : {} })
      assert.equal(headers['content-encoding']?.[0], expected, accepted)
      texts.add(text)
    }
    assert.equal(texts.size, 1)
    const script = /\/_next\/static\/[^"]+\.js/.exec((await ask(page)).text)?.[0] ?? ''
    const file = await ask(script, { headers: { 'accept-encoding': 'br' } })
    assert.deepEqual(
      [file.status, file.headers['content-encoding'], file.headers['cache-control']],
      [200, ['br'], ['public, max-age=31536000, immutable']],
    )
  })
  await check('200 visitors of a page at once are one or two requests to the site', async () => {
    const answers = await howAnswered(setup, 'page', () =>
      Promise.all(Array.from({ length: 200 }, (_, n) => ask('/take-action/bath', { from: `198.51.100.${n}` }))),
    )
    const asked = answers.filter((how) => !['HIT', 'UPDATING'].includes(how))
    assert.ok(answers.length === 200 && asked.length <= 4, asked.join())
  })
  await check('a link with a campaign’s tag is the page itself; any other query is not kept', async () => {
    await ask('/supporters', { headers: { 'accept-encoding': 'br' } })
    const tags = await howAnswered(setup, 'page', () =>
      Promise.all(
        ['s=newsletter-5', 'utm_source=a&fbclid=b'].map((tag) =>
          ask(`/supporters?${tag}`, { headers: { 'accept-encoding': 'br' } }),
        ),
      ),
    )
    assert.ok(
      tags.every((how) => ['HIT', 'UPDATING', 'EXPIRED', 'REVALIDATED'].includes(how)),
      tags.join(),
    )
    assert.deepEqual(
      await howAnswered(setup, 'page', async () => [
        await ask('/supporters?x=1'),
        await ask('/supporters?x=1'),
        await ask('/supporters?s=a&x=1'),
      ]),
      ['BYPASS', 'BYPASS', 'BYPASS'],
    )
  })
  await check('an address written differently spoils no page', async () => {
    for (const path of ['//supporters', '/x/../supporters', '/%73upporters', '/supporters%3Fq', '/supporters/'])
      await ask(path)
    const { status, text } = await ask('/supporters')
    assert.deepEqual([status, text.includes('<title>Sorry')], [200, false])
  })
  await check('304 for what is known; HEAD says what GET says', async () => {
    const { headers } = await ask(page, { headers: { 'accept-encoding': 'br' } })
    const again = await ask(page, { headers: { 'accept-encoding': 'br', 'if-none-match': headers.etag?.[0] ?? '' } })
    assert.deepEqual([again.status, again.body.length], [304, 0])
    const head = await ask(page, { method: 'HEAD', headers: { 'accept-encoding': 'br' } })
    assert.deepEqual([head.status, head.body.length], [200, 0])
    for (const name of [...once, 'etag', 'content-encoding', 'vary'])
      assert.deepEqual(head.headers[name], headers[name], name)
  })
}

/** Forms, limits, and what the site gets to know. */
export async function checkForms({ ask, origin, recipe }: Setup): Promise<void> {
  await check('a hand-off without JavaScript is redirected to the network, from this origin only', async () => {
    const { text } = await ask(page)
    const own = await ask(page, { ...composeForm(text, { target: 'x' }, origin), from: '203.0.113.1' })
    assert.equal(own.status, 303, own.text.slice(0, 300))
    assert.match(own.headers.location?.[0] ?? '', /^https:\/\/x\.com\/intent\//)
    const foreign = composeForm(text, { target: 'x' }, 'https://evil.example')
    assert.equal(
      (await ask(page, { ...foreign, headers: { ...foreign.headers, 'x-forwarded-host': 'evil.example' } })).status,
      403,
    )
  })
  await check('the site counts by the address that nginx sees, whatever the visitor writes', async () => {
    const { text } = await ask('/take-action')
    const form = composeForm(text, { postcode: 'M13 9PL' }, origin)
    const isFound = async (from: string, forged: string) => {
      const claims = {
        'x-real-ip': forged,
        'x-forwarded-for': forged,
        'x-visitor-address': forged,
        forwarded: `for=${forged}`,
      }
      return (await ask('/take-action', { ...form, from, headers: { ...form.headers, ...claims } })).status === 303
    }
    let found = 0
    while (found < 200 && (await isFound('203.0.113.7', `198.51.100.${found}`))) found++
    assert.ok(found > 10 && found < 200, `${found} lookups from one address`)
    assert.ok(await isFound('203.0.113.8', '203.0.113.7'))
  })
  await check('too long: the site’s page, nginx’s page, and 6 MB for the desk', async () => {
    const send = (path: string, bytes: number) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'text/plain', origin },
        body: Buffer.alloc(bytes, 'a'),
        from: '203.0.113.9',
      })
    for (const bytes of [110_000, 200_000]) {
      const { status, headers, text } = await send('/take-action', bytes)
      assert.deepEqual(
        [status, headers['strict-transport-security']?.length, text.includes('That is too long')],
        [413, 1, true],
      )
    }
    const desk = await send('/staff/sign-in', 1_000_000)
    assert.doesNotMatch(desk.text, /choose a smaller file, and try again/)
  })
  await check('a flood from one address, or from one IPv6 /64, is refused, and others are not', async () => {
    const flood = async (from: (n: number) => string) => {
      const statuses = (
        await Promise.all(
          Array.from({ length: 500 }, (_, n) =>
            ask('/take-action', {
              method: 'POST',
              headers: { origin, 'content-type': 'text/plain' },
              body: 'a',
              from: from(n),
            }),
          ),
        )
      ).map(({ status, headers }) => (status === 429 && headers['retry-after']?.[0] ? 1 : 0))
      return statuses.reduce((sum: number, each) => sum + each, 0)
    }
    assert.ok((await flood(() => '203.0.113.20')) > 100)
    assert.ok((await flood((n) => `2001:db8:0:5::${(n + 1).toString(16)}`)) > 100)
    assert.equal(await flood((n) => `2001:db8:1:${n.toString(16)}::1`), 0)
  })
  await check('nothing in the logs says who, or what', async () => {
    await ask('/supporters/search?q=secretword', { from: '203.0.113.99' })
    const log = await until(
      'the log',
      () => recipe.readLog().join('\n'),
      (text) => text.includes('page 200'),
    )
    assert.doesNotMatch(log, /203\.0|198\.51|2001:|127\.0|secretword|ashford|\?/)
  })
}
