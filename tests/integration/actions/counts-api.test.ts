import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { arrange, arrangeCounts } from '@/lib/actions/model/public-counts'
import { onEachDatabase } from '../databases'

vi.hoisted(() => vi.stubEnv('ACTIONS_PER_PREFIX', '1000'))

const at = 'http://localhost/api/counts'
const nothing = arrange(() => null).opened
const [hour, nextHour] = ['2026-11-21T12:00:00.000Z', '2026-11-21T13:00:00.000Z']

onEachDatabase('the public counts', ({ db }) => {
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(hour) })
  })
  afterAll(async () => {
    vi.useRealTimers()
  })

  async function record(seatCode: string, kind: 'opened' | 'confirmed', count: number) {
    const { recordAction } = await import('@/lib/actions/record')
    await Promise.all(
      Array.from({ length: count }, (_, number) =>
        recordAction({
          seatCode,
          channel: 'email',
          kind,
          source: null,
          key: `the-key-of-browser-${number}`,
          prefix: '192.0.2.1',
          now: new Date(),
        }),
      ),
    )
  }

  async function get(path: string) {
    if (!path) return (await import('@/app/api/counts/route')).GET()
    const { GET } = await import('@/app/api/counts/[code]/route')
    return GET(new Request(`${at}${path}`), { params: Promise.resolve({ code: decodeURIComponent(path.slice(1)) }) })
  }

  test('stay the same from one full hour to the next, whatever happens', async () => {
    const before = await Promise.all(['', '/E14001063', '/W07000102'].map(async (path) => (await get(path)).text()))
    await record('E14001063', 'opened', 400)
    await record('E14001063', 'confirmed', 300)
    await record('W07000102', 'opened', 2)
    vi.setSystemTime('2026-11-21T12:59:59.900Z')
    expect(await Promise.all(['', '/E14001063', '/W07000102'].map(async (path) => (await get(path)).text()))).toEqual(
      before,
    )
    expect(JSON.parse(before[0] ?? '')).toMatchObject({ asOf: hour, opened: { total: 0 }, seatsContacted: 0 })
    vi.setSystemTime('2026-11-21T13:00:00.100Z')
    const counts = await (await get('')).json()
    expect(counts).toMatchObject({ asOf: nextHour, of: 650 })
    // Lower bounds: a secret offset, 4 on average, is subtracted from each number.
    const { opened, confirmed, seatsContacted } = counts
    expect([
      opened.total > 300,
      opened.total <= 402,
      confirmed.total > 200,
      confirmed.total <= 300,
      [1, 2].includes(seatsContacted),
    ]).toEqual([true, true, true, true, true])
    expect(opened.byChannel).toEqual({ ...arrangeCounts([]).opened, email: opened.total })
    const answer = await get('')
    expect(answer.headers.get('cache-control')).toMatch(
      /^public, max-age=10, stale-while-revalidate=\d+, stale-if-error=\d+$/,
    )
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('of one constituency rise in steps of 5, and low ones are withheld', async () => {
    const seat = await (await get('/E14001063')).json()
    expect(seat).toMatchObject({
      asOf: nextHour,
      code: 'E14001063',
      constituency: 'Aldershot',
      opened: { ...nothing, email: expect.any(Number) },
    })
    expect([seat.opened.email % 5, seat.opened.email <= 400, seat.opened.email > 300]).toEqual([0, true, true])
    expect(await (await get('/W07000102')).json()).toEqual({
      asOf: nextHour,
      code: 'W07000102',
      constituency: expect.any(String),
      opened: nothing,
      confirmed: nothing,
    })
  })

  test('are the same in pages, in another process and after a restart, and invalidate pages', async () => {
    const { getPageCounts } = await import('@/lib/actions/get-counts')
    const { readContentMark } = await import('@/lib/audit/data/entries')
    const [all, seat] = [await (await get('')).json(), await (await get('/E14001063')).json()]
    const shown = {
      seat: { opened: seat.opened.email, confirmed: seat.confirmed.email },
      all: { opened: all.opened.total, confirmed: all.confirmed.total },
      asOf: new Date(nextHour),
    }
    expect(await getPageCounts('E14001063', new Date())).toEqual(shown)
    await record('E14001063', 'opened', 500)
    vi.resetModules() // what the process held in memory is gone
    const fresh = await import('@/lib/actions/get-counts')
    expect(await fresh.getPageCounts('E14001063', new Date())).toEqual(shown)
    expect((await db.publication.findMany()).map(({ asOf }) => asOf)).toEqual([new Date(nextHour)])
    const mark = await readContentMark()
    vi.setSystemTime('2026-11-21T14:00:00Z')
    expect((await fresh.getPageCounts('E14001063', new Date())).seat.opened).toBeGreaterThan(seat.opened.email)
    expect(await readContentMark()).not.toBe(mark)
  })

  test('taken late, because no process was up at the full hour, say so, and stay the same until the next', async () => {
    vi.setSystemTime('2026-11-21T15:35:20.500Z')
    const late = await (await get('')).text()
    expect(JSON.parse(late)).toMatchObject({ asOf: '2026-11-21T15:35:00.000Z' })
    vi.setSystemTime('2026-11-21T15:59:59.900Z')
    expect(await (await get('')).text()).toBe(late)
    vi.resetModules()
    expect(await (await get('')).text()).toBe(late)
    vi.setSystemTime('2026-11-21T16:00:00.100Z')
    expect(await (await get('')).json()).toMatchObject({ asOf: '2026-11-21T16:00:00.000Z' })
  })

  test.each(['/E99999999', '/aldershot', '/e14001063', '/%00', '/__proto__'])('of %s do not exist', async (path) => {
    const answer = await get(path)
    expect([answer.status, await answer.json()]).toEqual([404, { error: expect.any(String) }])
  })

  test('can be requested from any site', async () => {
    const { OPTIONS } = await import('@/app/api/counts/route')
    const answer = OPTIONS()
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  })
})
