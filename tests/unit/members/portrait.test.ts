import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { createMembersApiClient } from '@/lib/members/members-api/client'
import { composePortraitPath, parsePortraitName } from '@/lib/members/model/portrait'
import { drawPortrait } from '@/lib/members/portraits/draw'
import { startReplayServer, type Reply } from '@/tests/fixtures/replay-server'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })

test('is drawn in two sizes as WebP, without what the file says of its camera', async () => {
  const jpeg = await picture(600, 800)
    .withExif({ IFD0: { Copyright: 'Somebody' } })
    .jpeg()
    .toBuffer()
  const drawn = await drawPortrait(jpeg)
  if (!drawn) throw new Error('not drawn')
  expect(await sharp(drawn.small).metadata()).toMatchObject({ format: 'webp', width: 104, height: 121 })
  const large = await sharp(drawn.large).metadata()
  expect(large).toMatchObject({ format: 'webp', width: 208, height: 242 })
  expect(large.exif).toBeUndefined()
  expect(drawn.large.length).toBeLessThan(20_000)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a page', Buffer.from('<html>Sorry</html>')],
  [
    'a drawing',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="9" height="9"/></svg>'),
  ],
  ['half a picture', 'half'],
  ['a dot', 'dot'],
])('%s is no portrait', async (_what, given) => {
  const jpeg = await picture(200, 200).jpeg().toBuffer()
  const made = given === 'half' ? jpeg.subarray(0, jpeg.length - 200) : await picture(8, 8).png().toBuffer()
  expect(await drawPortrait(typeof given === 'string' ? made : given)).toBeNull()
})

test('addresses name a hash and a size, and nothing else is one', () => {
  const hash = '0123456789abcdef0123456789abcdef'
  expect(composePortraitPath(hash, 'large')).toBe(`/portraits/${hash}-large`)
  expect(parsePortraitName(`${hash}-small`)).toEqual({ hash, size: 'small' })
  for (const name of [hash, `${hash}-huge`, `${hash}-small/..`, '../x-small', ''])
    expect(parsePortraitName(name)).toBeNull()
})

test.each<[string, Reply, unknown]>([
  ['a picture', { body: Buffer.from([1, 2]) }, { ok: true, value: new Uint8Array([1, 2]) }],
  ['none', { status: 404, body: 'none' }, { ok: true, value: null }],
  [
    'a redirect',
    { status: 302, headers: { location: 'http://127.0.0.1:1/' } },
    { ok: false, failed: { failure: 'redirected' } },
  ],
  ['too much', { body: Buffer.alloc(2_000_001) }, { ok: false, failed: { failure: 'too-large' } }],
  ['silence', { fault: 'hang' }, { ok: false, failed: { failure: 'timed-out' } }],
  ['a cut line', { body: Buffer.alloc(99), fault: 'reset_in_body' }, { ok: false, failed: { failure: 'unreachable' } }],
  [
    'come back',
    { status: 429, headers: { 'retry-after': '60' } },
    { ok: false, failed: { failure: 'rate-limited', until: new Date(60_000) } },
  ],
])('Parliament answers with %s', async (_what, reply, expected) => {
  const server = await startReplayServer({ '/api/Members/172/Thumbnail': reply })
  onTestFinished(server.close)
  const client = createMembersApiClient({ baseUrl: server.url, timeoutMs: 500, now: () => new Date(0) })
  expect(await client.getPortrait(172)).toEqual(expected)
  expect(server.requests).toHaveLength(1)
})
