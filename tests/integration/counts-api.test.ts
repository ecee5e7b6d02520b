import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { databases, useDatabase } from './databases'

const at = 'http://localhost/api/counts'
const none = { x: 0, bluesky: 0, email: 0, letter: 0, copy: 0 }
const few = 'fewer than 5'

describe.each(databases)('the public counts on $name', ({ create }) => {
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ close } = await useDatabase(create))
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-21T12:00:00Z') })
    const { recordAction } = await import('@/lib/operations/record-action')
    const record = (seatCode: string, kind: 'opened' | 'confirmed', number: number) =>
      recordAction({ seatCode, channel: 'email', kind, source: null, key: `the-key-of-browser-${number}`, prefix: '192.0.2.1', now: new Date() })
    await Promise.all(Array.from({ length: 6 }, (_, number) => record('E14001063', 'opened', number)))
    await Promise.all([record('E14001063', 'confirmed', 0), record('W07000102', 'opened', 0)])
  })
  afterAll(async () => {
    vi.useRealTimers()
    await close()
  })

  async function get(path: string, headers: Record<string, string> = {}) {
    const request = new Request(`${at}${path}`, { headers })
    if (!path) return (await import('@/app/api/counts/route')).GET(request)
    const { GET } = await import('@/app/api/counts/[code]/route')
    return GET(request, { params: Promise.resolve({ code: decodeURIComponent(path.slice(1)) }) })
  }

  test('say what was opened and what was confirmed, and how many seats that reached', async () => {
    const answer = await get('')
    expect(await answer.json()).toEqual({
      asOf: '2026-11-21',
      opened: { total: 7, byChannel: { ...none, email: 7 } },
      confirmed: { total: 1, byChannel: { ...none, email: 1 } },
      seatsContacted: 2,
      of: 650,
    })
    expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=10, stale-while-revalidate=\d+, stale-if-error=\d+$/)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('are not sent again to who has them', async () => {
    const etag = (await get('')).headers.get('etag') ?? ''
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await get('', { 'If-None-Match': known })
      expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([304, etag, ''])
    }
    expect((await get('', { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  test('of one constituency do not tell small numbers', async () => {
    const allFew = { x: few, bluesky: few, email: few, letter: few, copy: few }
    const seat = { asOf: '2026-11-21', code: 'E14001063', constituency: 'Aldershot' }
    expect(await (await get('/E14001063')).json()).toEqual({ ...seat, opened: { ...allFew, email: 6 }, confirmed: allFew })
  })

  test.each(['/E99999999', '/aldershot', '/e14001063', '/%00', '/__proto__'])('of %s are not there', async (path) => {
    const answer = await get(path)
    expect([answer.status, await answer.json()]).toEqual([404, { error: expect.any(String) }])
  })

  test('may be asked for by any site', async () => {
    const { OPTIONS } = await import('@/app/api/counts/route')
    const answer = OPTIONS()
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  })
})

test('without a database the counts are unavailable, and no cache keeps that', async () => {
  vi.resetModules()
  Reflect.deleteProperty(globalThis, 'stableFuturesDatabase')
  vi.stubEnv('DATABASE_URL', 'file:./var/no-such-folder/nothing.db')
  vi.stubEnv('LOG_LEVEL', 'silent')
  const { GET } = await import('@/app/api/counts/route')
  const answer = await GET(new Request(at))
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store'])
})
