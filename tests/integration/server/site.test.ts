import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { typescript } from '@/lib/cli/setup.mjs'
import type { PrismaClient } from '@/lib/shared/database/client'
import type { Target } from '@/lib/actions/model/hand-off'
import { composeUntouched, editPart } from '../../fixtures/typed-letter'
import { noDetails } from '@/lib/messages/model/visitor-details'
import { databases, useDatabase } from '../databases'

const visitor = { address: '192.0.2.7', userAgent: 'Test' }

describe.each(databases)('the site on $name', ({ create }) => {
  let db: PrismaClient
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ db, close } = await useDatabase(create))
  })
  afterAll(() => close())

  test('a start seeds an empty directory with 650 seats, and leaves one with rows alone', async () => {
    const { seedDirectory } = await import('@/lib/members/data/seed')
    expect(await db.seat.count()).toBe(650)
    expect(await seedDirectory(db)).toBe(0)
    expect(await db.directorySync.count()).toBe(1)
  })

  test('a seat comes with its Member and its neighbours', async () => {
    const { getSeat } = await import('@/lib/members/data/seats')
    const seat = await getSeat('manchester-central')
    expect(seat).toMatchObject({
      code: 'E14001352',
      nation: 'England',
      region: 'North West',
      mp: { name: 'Lucy Powell', xHandle: 'LucyMPowell' },
    })
    expect(seat?.neighbours.map(({ slug }) => slug)).toContain('manchester-rusholme')
    expect(await getSeat('no-such-seat')).toBeNull()
  })

  test('the regions contain every seat exactly once', async () => {
    const { listAllSeats, listSeats } = await import('@/lib/members/data/seats')
    const { regions } = await import('@/lib/members/model/region')
    const lists = await Promise.all(regions.map(({ name }) => listSeats(name)))
    expect(lists.every((list) => list.length > 0)).toBe(true)
    expect(
      lists
        .flat()
        .map(({ slug }) => slug)
        .sort(),
    ).toEqual((await listAllSeats()).map(({ slug }) => slug).sort())
  })

  test('simultaneous hand-offs are all counted, on the current day in the UK', async () => {
    const { recordAction } = await import('@/lib/actions/record')
    const now = new Date('2026-07-01T23:30:00Z')
    const before = await db.action.count()
    const ask = (channel: 'x' | 'copy', key: string) =>
      recordAction({
        seatCode: 'E14001069',
        channel,
        kind: 'opened',
        source: 'share-link',
        key,
        prefix: visitor.address,
        now,
      })
    await Promise.all(Array.from({ length: 39 }, (_, at) => ask('x', `a-random-key-of-browser-${at}`)))
    expect(await db.action.count()).toBe(before + 39)
    expect(await ask('copy', 'a-random-key-of-browser-0')).toEqual({ outcome: 'counted', isNew: true })
    expect(await db.action.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
      seatCode: 'E14001069',
      channel: 'copy',
      source: 'share-link',
      day: '2026-07-02',
    })
  })

  test('an unchanged text is redirected, an edited one is returned in the page, and both are counted', async () => {
    const { handOffWithoutScript } = await import('@/lib/actions/hand-off')
    const before = await db.action.count()
    const { getMessage } = await import('@/lib/messages/get')
    const { getSeat } = await import('@/lib/members/data/seats')
    const seat = await getSeat('chorley')
    const original = seat && composeUntouched(await getMessage(seat, new Date()))
    if (!original) throw new Error('Chorley has no MP')
    const ask = (target: Target | 'sent', typed = original) =>
      handOffWithoutScript({
        slug: 'chorley',
        target,
        typed,
        visitor,
        source: 'share-x',
        rule: null,
        now: new Date(),
      })
    expect(await ask('x')).toMatchObject({
      outcome: 'ready',
      url: expect.stringContaining('https://x.com/intent/tweet?text='),
    })
    expect(await ask('sent')).toMatchObject({ outcome: 'confirmed', count: 'not-opened' })
    expect(await ask('mailto', editPart(original, 3, 'mine'))).toMatchObject({
      outcome: 'composed',
      count: 'counted',
      url: expect.stringContaining('mine'),
    })
    const details = { ...noDetails, sender_name: 'Ann Example', why_it_matters: 'I teach.' }
    const woven = await ask('gmail', { ...original, details })
    expect(woven).toMatchObject({ outcome: 'composed', target: 'gmail', typed: { details } })
    expect(decodeURIComponent(woven.outcome === 'composed' ? (woven.url ?? '') : '')).toMatch(
      /\n\nI teach\.\n\n[^]*\nAnn Example$/,
    )
    expect(await ask('letter')).toMatchObject({ outcome: 'composed', url: null })
    expect(await ask('sent')).toMatchObject({ outcome: 'confirmed', count: 'counted' })
    // The same visitor’s second email of the day, by webmail, counts as the first one.
    expect(await db.action.count()).toBe(before + 4)
    expect(await db.action.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({
      kind: 'confirmed',
      source: 'share-x',
    })
  })

  test('without JavaScript, a letter is confirmed as a letter, and a held message is explained', async () => {
    const { handOffWithoutScript } = await import('@/lib/actions/hand-off')
    const { getMessage } = await import('@/lib/messages/get')
    const { getSeat } = await import('@/lib/members/data/seats')
    const seat = await getSeat('bath')
    const typed = seat && composeUntouched(await getMessage(seat, new Date()))
    if (!seat || !typed) throw new Error('Bath has no MP')
    const ask = (target: Target | 'sent', userAgent: string) =>
      handOffWithoutScript({
        slug: 'bath',
        target,
        typed,
        visitor: { address: '192.0.2.40', userAgent },
        source: null,
        rule: null,
        now: new Date(),
      })
    expect(await ask('letter', 'Browser')).toMatchObject({ outcome: 'composed', count: 'counted' })
    expect(await ask('sent', 'Browser')).toMatchObject({ outcome: 'confirmed', count: 'counted' })
    expect(
      await db.action.findMany({
        where: { seatCode: seat.code },
        select: { channel: true, kind: true },
        orderBy: { id: 'asc' },
      }),
    ).toEqual([
      { channel: 'letter', kind: 'opened' },
      { channel: 'letter', kind: 'confirmed' },
    ])
    await Promise.all(Array.from({ length: 39 }, (_, at) => ask('letter', `Browser ${at}`)))
    expect(await ask('gmail', 'One more')).toMatchObject({
      outcome: 'composed',
      count: 'held',
      url: expect.stringContaining('https://mail.google.com/'),
    })
    expect(await ask('sent', 'One more')).toMatchObject({ outcome: 'confirmed', count: 'held' })
    expect(await ask('gmail', 'Browser')).toMatchObject({ outcome: 'composed', count: 'held' })
  })

  test('nothing is counted for a vacant or unknown seat, or for a channel the Member doesn’t have', async () => {
    const { handOffWithoutScript } = await import('@/lib/actions/hand-off')
    const { findOpenSeat } = await import('@/lib/members/find-open-seat')
    const now = new Date()
    const typed = { post: 'p', subject: 's', parts: [], details: noDetails }
    await db.seat.update({ where: { slug: 'aldershot' }, data: { memberId: null } })
    const before = await db.action.count()
    for (const slug of ['aldershot', 'no-such-seat', '']) {
      await expect.poll(() => findOpenSeat(slug, now), { timeout: 5_000 }).toBeNull()
      expect(await handOffWithoutScript({ slug, target: 'x', typed, visitor, source: null, rule: null, now })).toEqual({
        outcome: 'refused',
        typed,
      })
    }
    expect(
      await handOffWithoutScript({
        slug: 'new-forest-east',
        target: 'mailto',
        typed,
        visitor,
        source: null,
        rule: null,
        now,
      }),
    ).toMatchObject({ outcome: 'refused', typed: { post: 'p', subject: 's' } })
    expect(await db.action.count()).toBe(before)
  })
})

describe.each(databases)('processes that start together on $name', ({ create }) => {
  test('seed the directory once', async () => {
    const DATABASE_URL = await create()
    const start = () =>
      promisify(execFile)(process.execPath, typescript('tests/integration/server/start-once.ts'), {
        env: { ...process.env, DATABASE_URL },
      })
    const seeded = await Promise.all([start(), start(), start()])
    expect(seeded.map(({ stdout }) => Number(stdout)).sort()).toEqual([0, 0, 650])
  })
})
