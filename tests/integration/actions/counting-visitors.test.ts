import { expect, test, vi } from 'vitest'
import { deletePrefixCountsBefore } from '@/lib/actions/data/prefix-counts'
import { rebuildCounts } from '@/lib/actions/data/rebuild-counts'
import { recordAction } from '@/lib/actions/record'
import { getVisitorKey } from '@/lib/actions/visitor-key'
import { expectExactJournal } from './expect-exact-journal'
import { onEachDatabase } from '../databases'

onEachDatabase('counting what visitors do', ({ db }) => {
  test('a visitor counts once per day, channel, seat and kind; kinds are never added up', async () => {
    const seatCode = 'S14000100'
    const record = (kind: 'opened' | 'confirmed', at: string, key = 'one-browser-one-key') =>
      recordAction({
        seatCode,
        channel: 'bluesky',
        kind,
        source: 'share-link',
        key,
        prefix: '192.0.2.1',
        now: new Date(at),
      })
    expect(await record('opened', '2026-11-21T10:00:00Z')).toEqual({ outcome: 'counted', isNew: true })
    expect(await record('opened', '2026-11-21T22:00:00Z')).toEqual({ outcome: 'counted', isNew: false })
    expect(await record('confirmed', '2026-11-21T22:00:00Z')).toEqual({ outcome: 'counted', isNew: true })
    expect(await record('opened', '2026-11-22T10:00:00Z')).toEqual({ outcome: 'counted', isNew: true })
    expect(await record('opened', '2026-11-22T10:00:00Z', 'another-browser-key')).toEqual({
      outcome: 'counted',
      isNew: true,
    })
    expect(
      await db.total.findMany({
        where: { seatCode },
        select: { kind: true, channel: true, count: true },
        orderBy: { count: 'asc' },
      }),
    ).toEqual([
      { kind: 'confirmed', channel: 'bluesky', count: 1 },
      { kind: 'opened', channel: 'bluesky', count: 3 },
    ])
    expect(await db.action.findFirst({ where: { seatCode } })).toMatchObject({
      source: 'share-link',
      key: expect.not.stringContaining('browser'),
    })
  })

  test('a confirmation counts only after the same visitor opened the same seat and channel that day', async () => {
    const record = (
      kind: 'opened' | 'confirmed',
      channel: 'email' | 'copy' = 'email',
      key = 'the-key-of-an-honest-one',
      seatCode = 'N05000001',
      at = '2026-11-21T10:00:00Z',
    ) => recordAction({ seatCode, channel, kind, source: null, key, prefix: '192.0.2.7', now: new Date(at) })
    const refused = { outcome: 'not-opened', isNew: false }
    expect(await record('confirmed')).toEqual(refused)
    expect(await record('opened')).toEqual({ outcome: 'counted', isNew: true })
    expect(await record('confirmed', 'copy')).toEqual(refused)
    expect(await record('confirmed', 'email', 'the-key-of-somebody-else')).toEqual(refused)
    expect(await record('confirmed', 'email', 'the-key-of-an-honest-one', 'N05000002')).toEqual(refused)
    expect(await record('confirmed', 'email', 'the-key-of-an-honest-one', 'N05000001', '2026-11-22T10:00:00Z')).toEqual(
      refused,
    )
    expect(await record('confirmed')).toEqual({ outcome: 'counted', isNew: true })
    expect(await Promise.all([record('opened', 'copy'), record('confirmed', 'copy')])).toEqual(
      [1, 1].map(() => ({ outcome: 'counted', isNew: true })),
    )
    expect(await db.action.count({ where: { seatCode: { in: ['N05000001', 'N05000002'] } } })).toBe(4)
    await expectExactJournal(db)
  })

  test('a connection’s messages to a constituency over its cap are held and not counted', async () => {
    const now = new Date('2026-11-21T10:20:00Z')
    const record = (
      number: number,
      kind: 'opened' | 'confirmed',
      { seatCode = 'N05000003', prefix = '192.0.2.8' } = {},
    ) =>
      recordAction({ seatCode, channel: 'email', kind, source: null, key: `the-key-of-pupil-${number}`, prefix, now })
    const pupils = Array.from({ length: 45 }, (_, number) => number)
    const outcomes = (answers: { outcome: string; isNew: boolean }[]) =>
      ['counted', 'held', 'not-opened'].map(
        (outcome) => answers.filter((each) => each.outcome === outcome && each.isNew).length,
      )
    expect(outcomes(await Promise.all(pupils.map((number) => record(number, 'opened'))))).toEqual([40, 5, 0])
    const again = await Promise.all(pupils.map((number) => record(number, 'opened')))
    expect([again.some(({ isNew }) => isNew), again.filter(({ outcome }) => outcome === 'held').length]).toEqual([
      false,
      5,
    ])
    // Confirmations of held messages are held too, and the others count.
    expect(outcomes(await Promise.all(pupils.map((number) => record(number, 'confirmed'))))).toEqual([40, 5, 0])
    // Other connections and other constituencies are unaffected.
    expect((await record(100, 'opened', { prefix: '192.0.2.9' })).outcome).toBe('counted')
    expect((await record(0, 'opened', { seatCode: 'N05000004' })).outcome).toBe('counted')
    const held = await db.heldAction.findMany({ where: { seatCode: 'N05000003' } })
    expect(held.map(({ kind, state, hour }) => `${kind} ${state} ${hour}`).sort()).toEqual([
      ...Array<string>(5).fill('confirmed held 10'),
      ...Array<string>(5).fill('opened held 10'),
    ])
    expect(await db.action.count({ where: { seatCode: 'N05000003' } })).toBe(81)
    await expectExactJournal(db)
    expect(await rebuildCounts(db)).toEqual([])
    // One connection's rows in two constituencies have nothing in common, and none contains the address.
    const counts = await db.prefixCount.findMany({ where: { seatCode: { in: ['N05000003', 'N05000004'] } } })
    expect(counts.map(({ count }) => count).sort()).toEqual([1, 1, 45])
    expect(new Set(counts.map(({ prefix }) => prefix)).size).toBe(3)
    expect(JSON.stringify(counts)).not.toContain('192.0.2')
  })

  test('visitors without a known address share a higher cap', async () => {
    const record = (number: number) =>
      recordAction({
        seatCode: 'N05000005',
        channel: 'x',
        kind: 'opened',
        source: null,
        key: `the-key-of-anybody-${number}`,
        prefix: 'unknown',
        now: new Date('2026-11-21T10:00:00Z'),
      })
    const answers = await Promise.all(Array.from({ length: 2010 }, (_, number) => record(number)))
    expect(answers.filter(({ outcome }) => outcome === 'held')).toHaveLength(10)
    expect(await db.prefixCount.findMany({ where: { seatCode: 'N05000005' } })).toEqual([
      { day: '2026-11-21', seatCode: 'N05000005', prefix: 'unknown', count: 2010 },
    ])
  })

  test('counts by connection are deleted after their day', async () => {
    await db.prefixCount.create({ data: { day: '2026-11-20', seatCode: 'N05000006', prefix: 'yesterday', count: 3 } })
    await deletePrefixCountsBefore('2026-11-21')
    expect(await db.prefixCount.count({ where: { day: '2026-11-20' } })).toBe(0)
    expect(await db.prefixCount.count({ where: { day: '2026-11-21' } })).toBeGreaterThan(0)
    await deletePrefixCountsBefore('2040-01-01')
    expect(await db.prefixCount.count()).toBe(0)
  })

  test('an unissued tag counts as other; a newly issued one is recognised immediately', async () => {
    await db.sourceLink.create({
      data: { tag: 'given-out', label: 'A newsletter', createdBy: '', createdAt: new Date() },
    })
    const seatCode = 'N05000007'
    const record = (source: string | null) =>
      recordAction({
        seatCode,
        channel: 'x',
        kind: 'opened',
        source,
        key: `the-key-of-reader-${source}`,
        prefix: 'unknown',
        now: new Date('2026-11-21T10:00:00Z'),
      })
    await vi.waitFor(async () => {
      await record('given-out')
      expect(await db.action.count({ where: { seatCode, source: 'given-out' } })).toBe(1)
    }, 3_000)
    await Promise.all(['invented-1', 'invented-2', 'share-x', 'share-invented', null].map(record))
    const rows = await db.action.findMany({ where: { seatCode }, select: { source: true } })
    expect(rows.map(({ source }) => source).sort()).toEqual(
      ['given-out', 'other', 'other', 'other', 'share-x', null].sort(),
    )
  })

  test('without JavaScript, the key changes every day, and yesterday’s salt is deleted', async () => {
    const visitor = { address: '192.0.2.1', userAgent: 'Browser' }
    const key = (at: string) => getVisitorKey(visitor, new Date(at))
    const [today, ...again] = await Promise.all(
      Array.from({ length: 8 }, (_, hour) => key(`2031-11-21T1${hour}:00:00Z`)),
    )
    expect(new Set(again)).toEqual(new Set([today]))
    expect(await db.daySalt.findMany()).toEqual([{ day: '2031-11-21', salt: expect.stringMatching(/^[\w-]{43}$/) }])
    expect(await key('2031-11-22T10:00:00Z')).not.toBe(today)
    expect((await db.daySalt.findMany()).map((row) => row.day)).toEqual(['2031-11-22'])
  })
})
