import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PrismaClient } from '@/lib/data/client'
import type { Action } from '@/lib/domain/action'
import { channels } from '@/lib/domain/channel'
import { expectExactJournal } from './counted'
import { databases, useDatabase } from './databases'

const day = '2026-11-21'
const action = (key: string, more: Partial<Action> = {}): Action => ({
  key, seatCode: 'E14001063', channel: 'x', kind: 'opened', source: null, isPersonal: null, day, ...more,
})

describe.each(databases)('counting on $name', ({ name, create }) => {
  let db: PrismaClient
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ db, close } = await useDatabase(create))
  })
  afterAll(() => close())

  test('thousands at the same time, with duplicates, are counted exactly', async () => {
    const { createAction } = await import('@/lib/data/action-writer')
    const { listAllSeats } = await import('@/lib/data/directory')
    expect(await listAllSeats()).toHaveLength(650)
    const before = await db.action.count()
    const answers = await Promise.all(
      Array.from({ length: 6000 }, (_, at) => {
        const own = at % 4000 // every third is there twice
        return createAction(
          action(`many-${own}`, { seatCode: `E14001${100 + (own % 300)}`, channel: channels[own % 5], kind: own % 7 ? 'opened' : 'confirmed', source: own % 3 ? `tag-${own % 4}` : null, isPersonal: [true, false, null][own % 3] ?? null }),
        )
      }),
    )
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(4000)
    expect(await db.action.count()).toBe(before + 4000)
    await expectExactJournal(db)
  })

  test('a batch with a row that cannot be written keeps the others, and counts them', async () => {
    const { createAction } = await import('@/lib/data/action-writer')
    const bad = name === 'SQLite' ? action('bad', { day: Reflect.get({}, 'day') }) : action('bad', { source: 'null byte \0' })
    const answers = await Promise.allSettled([createAction(action('good-1')), createAction(bad), createAction(action('good-2'))])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await db.action.count({ where: { key: { in: ['good-1', 'bad', 'good-2'] } } })).toBe(2)
    await expectExactJournal(db)
  })

  test('a batch whose journal cannot be written leaves no row behind', async () => {
    const { createAction } = await import('@/lib/data/action-writer')
    await db.$executeRawUnsafe('ALTER TABLE "Total" RENAME TO "Elsewhere"')
    await expect(createAction(action('half'))).rejects.toThrow()
    await db.$executeRawUnsafe('ALTER TABLE "Elsewhere" RENAME TO "Total"')
    expect(await db.action.count({ where: { key: 'half' } })).toBe(0)
    expect(await createAction(action('half'))).toEqual({ isNew: true })
    await expectExactJournal(db)
  })

  test('waits for another transaction of this process, and is counted after it', async () => {
    const { createAction, flushActions } = await import('@/lib/data/action-writer')
    let answer: Promise<unknown> = Promise.resolve()
    await db.$transaction(async (tx) => {
      await tx.heartbeat.upsert({ where: { id: 7 }, create: { id: 7, at: new Date() }, update: { at: new Date() } })
      answer = createAction(action('patient'))
      await new Promise((resolve) => setTimeout(resolve, 100))
    })
    await flushActions()
    expect(await answer).toEqual({ isNew: true })
  })

  test('one visitor counts once a day, channel, seat and kind; kinds are never added up', async () => {
    const { recordAction } = await import('@/lib/operations/record-action')
    const { listCounts, countSeatsContacted } = await import('@/lib/data/counts')
    const seatCode = 'S14000100'
    const seats = await countSeatsContacted()
    const record = (kind: 'opened' | 'confirmed', at: string, key = 'one-browser-one-key') =>
      recordAction({ seatCode, channel: 'bluesky', kind, source: 'leaflet', key, now: new Date(at) })
    expect(await record('opened', '2026-11-21T10:00:00Z')).toEqual({ isNew: true })
    expect(await record('opened', '2026-11-21T22:00:00Z')).toEqual({ isNew: false })
    expect(await record('confirmed', '2026-11-21T22:00:00Z')).toEqual({ isNew: true })
    expect(await record('opened', '2026-11-22T10:00:00Z')).toEqual({ isNew: true })
    expect(await record('opened', '2026-11-22T10:00:00Z', 'another-browser-key')).toEqual({ isNew: true })
    expect((await listCounts(seatCode)).toSorted((a, b) => a.count - b.count)).toEqual([
      { kind: 'confirmed', channel: 'bluesky', count: 1 }, { kind: 'opened', channel: 'bluesky', count: 3 },
    ])
    expect(await countSeatsContacted()).toBe(seats + 1)
    expect(await db.action.findFirst({ where: { seatCode } })).toMatchObject({ source: 'leaflet', key: expect.not.stringContaining('browser') })
  })

  test('without JavaScript the key changes with the day, and the salt of yesterday is gone', async () => {
    const { getVisitorKey } = await import('@/lib/operations/visitor-key')
    const visitor = { address: '192.0.2.1', userAgent: 'Browser' }
    const key = (at: string) => getVisitorKey(visitor, new Date(at))
    const [today, ...again] = await Promise.all(Array.from({ length: 8 }, (_, hour) => key(`2031-11-21T1${hour}:00:00Z`)))
    expect(new Set(again)).toEqual(new Set([today]))
    expect(await db.daySalt.findMany()).toEqual([{ day: '2031-11-21', salt: expect.stringMatching(/^[\w-]{43}$/) }])
    expect(await key('2031-11-22T10:00:00Z')).not.toBe(today)
    expect((await db.daySalt.findMany()).map((row) => row.day)).toEqual(['2031-11-22'])
    expect(await getVisitorKey({ ...visitor, key: 'the-key-of-a-browser' }, new Date())).toBe('the-key-of-a-browser')
  })

  test('a rebuild finds what was tampered with, repairs it, and then finds nothing', async () => {
    const { createAction } = await import('@/lib/data/action-writer')
    const { rebuildCounts } = await import('@/lib/data/rebuild-counts')
    const isPostgres = name !== 'SQLite'
    const seatCode = 'W07000100'
    await Promise.all([1, 2, 3].map((at) => createAction(action(`rebuild-${at}`, { seatCode }))))
    expect(await rebuildCounts(db, isPostgres)).toEqual([])
    const group = { seatCode, channel: 'x', kind: 'opened' }
    await db.journal.update({ where: { day_seatCode_channel_kind: { ...group, day } }, data: { count: 2 } })
    await db.journal.create({ data: { ...group, kind: 'confirmed', day, count: 9 } })
    await db.total.delete({ where: { seatCode_channel_kind: group } })
    await db.sourceTotal.create({ data: { source: 'made-up', kind: 'opened', channel: 'x', day, wording: 'own', count: 2 } })
    expect(await rebuildCounts(db, isPostgres)).toEqual([
      { ...group, kind: 'confirmed', day, written: 9, actual: 0 },
      { ...group, day, written: 2, actual: 3 },
      { ...group, day: null, written: 0, actual: 3 },
      { ...group, seatCode: '', source: 'made-up', day, wording: 'own', written: 2, actual: 0 },
    ])
    await expectExactJournal(db)
    expect(await rebuildCounts(db, isPostgres)).toEqual([])
  })
})
