import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { parseSupporterQuery } from '@/lib/supporters/model/list'
import { databases, resetSupporters, useDatabase } from '../databases'

const now = new Date('2026-11-22T10:00:00Z')
const by = { actor: null, now }

describe.each(databases)('the list of staff on $name', ({ create }) => {
  let db: PrismaClient
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ db, close } = await useDatabase(create))
  })
  afterAll(() => close())
  beforeEach(() => resetSupporters(db))

  const listPage = async (given: object = {}) =>
    (await import('@/lib/supporters/list')).listSupporters(parseSupporterQuery({ ...given }))
  const list = async (given: object = {}) => (await listPage(given)).rows
  const arrange = () => import('@/lib/supporters/arrange')
  const idOf = async (name: string) => (await db.supporter.findFirstOrThrow({ where: { name } })).id
  const organisations = () => list({ kind: 'organisation' })
  const positions = async () => (await organisations()).map(({ position }) => position)

  test('everybody is in it, in the order of the wall, with what the directory knows', async () => {
    await db.supporter.updateMany({ where: { name: 'Unseen' }, data: { status: 'draft' } })
    const all = await list()
    expect(all).toHaveLength(39)
    expect(all[4]).toMatchObject({
      name: 'Ben Lake',
      party: 'Plaid Cymru',
      seatName: 'Ceredigion Preseli',
      status: 'published',
      nation: 'Wales',
      logoHash: null,
      version: 1,
      place: 5,
    })
  })

  test('is searched, narrowed and sorted', async () => {
    await db.supporter.updateMany({
      where: { name: 'Unseen' },
      data: { status: 'draft', updatedAt: new Date('2030-01-01'), joinedOn: '2026-01-01' },
    })
    const names = async (given: object) => (await list(given)).map(({ name }) => name)
    expect(await names({ query: 'lake ben' })).toEqual(['Ben Lake'])
    expect(await names({ query: '4630' })).toEqual(['Ben Lake'])
    expect(await names({ query: 'PRESELI' })).toEqual(['Ben Lake'])
    expect(await names({ query: 'childrens crae' })).toHaveLength(1)
    expect(await names({ status: 'draft' })).toEqual(['Unseen'])
    expect(await names({ party: 'Plaid Cymru' })).toEqual(['Ben Lake'])
    expect(await names({ nation: 'Wales', party: 'Labour' })).not.toContain('Ben Lake')
    expect(await names({ nation: 'Wales' })).toContain('Ben Lake')
    expect(await listPage({ status: 'draft' })).toMatchObject({
      found: 1,
      all: 39,
      pages: 1,
      rows: [{ name: 'Unseen', place: 2 }],
      nations: expect.arrayContaining(['England', 'Wales']),
      parties: expect.arrayContaining(['Plaid Cymru']),
    })
    expect(await names({ kind: 'peer' })).toEqual(['Lord Alton of Liverpool', 'Lord Hylton'])
    expect((await names({ sort: 'name' }))[0]).toBe('Afzal Khan')
    expect((await names({ sort: 'changed' }))[0]).toBe('Unseen')
    expect((await names({ sort: 'joined' }))[0]).toBe('Unseen')
    expect(await names({ query: ['x'], kind: 'bank', status: {}, sort: '__proto__' })).toHaveLength(39)
  })

  test('a long list comes in pages', async () => {
    await db.supporter.createMany({
      data: Array.from({ length: 600 }, (_none, at) => ({
        kind: 'organisation',
        name: `Long ${at}`,
        position: 1_000 + at,
        status: 'draft',
        updatedAt: now,
      })),
    })
    const [first, second, beyond] = [
      await listPage({ query: 'long' }),
      await listPage({ query: 'long', page: '2' }),
      await listPage({ query: 'long', page: '99' }),
    ]
    expect([first.rows.length, first.found, first.all, first.pages]).toEqual([500, 600, 639, 2])
    const last = second.rows[0]?.placesOfKind ?? 0
    expect(last).toBeLessThan(639) // only organisations
    expect(second.rows.map(({ place }) => place)).toEqual(Array.from({ length: 100 }, (_none, at) => last - 99 + at))
    expect(beyond.rows).toEqual(second.rows)
  })

  test('many get a status at once, and who has it already stays as it is', async () => {
    const { setSupporterStatus } = await arrange()
    const ids = [await idOf('Unseen'), await idOf('ECPAT UK')].sort((a, b) => a - b)
    const [first = 0, second = 0] = ids
    await db.supporter.update({ where: { id: second }, data: { status: 'hidden' } })
    expect(await setSupporterStatus([first, first, second, 999_999], 'hidden', by)).toEqual({
      outcome: 'changed',
      ids: [first],
    })
    expect(
      await db.supporter.findMany({
        where: { id: { in: ids } },
        select: { status: true, version: true },
        orderBy: { id: 'asc' },
      }),
    ).toEqual([
      { status: 'hidden', version: 2 },
      { status: 'hidden', version: 1 },
    ])
    for (const [given, status] of [
      [[], 'hidden'],
      [['1'], 'hidden'],
      [[1], 'gone'],
      ['x', 'hidden'],
      [[1.5], 'draft'],
    ]) {
      expect(await setSupporterStatus(given, status, by)).toEqual({ outcome: 'refused' })
    }
  })

  test('one moves among those of their kind, and no two stand in the same place', async () => {
    const { moveSupporter } = await arrange()
    const id = await idOf('Unseen')
    expect(await moveSupporter(id, 0, by)).toEqual({ outcome: 'moved' })
    expect((await organisations())[0]).toMatchObject({ id, version: 2 })
    expect(await moveSupporter(id, 5, by)).toEqual({ outcome: 'moved' })
    expect((await organisations())[5]).toMatchObject({ id })
    expect(await moveSupporter(id, 10_000, by)).toEqual({ outcome: 'moved' })
    expect((await organisations()).at(-1)).toMatchObject({ id })
    expect((await list()).filter(({ version }) => version > 1)).toHaveLength(1)
    await db.supporter.updateMany({ data: { position: 7 } })
    await moveSupporter(id, 3, by)
    expect((await organisations())[3]).toMatchObject({ id })
    expect(await positions()).toHaveLength(new Set(await positions()).size)
    expect(await moveSupporter(999_999, 0, by)).toEqual({ outcome: 'not-found' })
    for (const [given, index] of [
      ['1', 0],
      [1, -1],
      [1, 0.5],
      [null, 0],
    ])
      expect(await moveSupporter(given, index, by)).toEqual({ outcome: 'refused' })
  })

  test('many who move at once leave one order without two in a place', async () => {
    const { moveSupporter } = await arrange()
    const ids = (await organisations()).map(({ id }) => id)
    const answers = await Promise.all(ids.slice(-12).map((id) => moveSupporter(id, 1, by)))
    expect(answers.every(({ outcome }) => outcome === 'moved')).toBe(true)
    const after = await organisations()
    expect(new Set(after.map(({ position }) => position)).size).toBe(after.length)
    expect(after[0]?.id).toBe(ids[0])
    expect(new Set(after.slice(1, 13).map(({ id }) => id))).toEqual(new Set(ids.slice(-12)))
    expect(after.slice(13).map(({ id }) => id)).toEqual(ids.slice(1, -12))
  })

  test('who may be there already is found by id and by name', async () => {
    const { findDuplicates } = await import('@/lib/supporters/data/place')
    const id = await idOf('Ben Lake')
    expect(await findDuplicates(db, { name: 'B. Lake', memberId: 4630 })).toMatchObject([
      { id, why: 'member', kind: 'mp', status: 'published' },
    ])
    expect(await findDuplicates(db, { name: ' bén  LAKE!', memberId: null })).toMatchObject([{ id, why: 'name' }])
    expect(await findDuplicates(db, { id, name: 'Ben Lake', memberId: 4630 })).toEqual([])
    expect(await findDuplicates(db, { name: '???', memberId: null })).toEqual([])
  })

  test('MPs who sit are found by name and seat, twenty at most', async () => {
    const { searchMembers } = await import('@/lib/members/search')
    expect(await searchMembers('ben lake')).toEqual([
      {
        memberId: 4630,
        name: 'Ben Lake',
        party: 'Plaid Cymru',
        seat: { slug: 'ceredigion-preseli', name: 'Ceredigion Preseli', nation: 'Wales' },
      },
    ])
    expect(await searchMembers('ynys mon')).toHaveLength(1)
    expect(await searchMembers('a')).toHaveLength(20)
    expect(await searchMembers('')).toEqual([])
    expect(await searchMembers('\0%_\u202E')).toEqual([])
  })
})
