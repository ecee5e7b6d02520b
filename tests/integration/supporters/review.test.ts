import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { directoryMember } from '../../fixtures/directory'
import { databases, resetSupporters, useDatabase } from '../databases'

const signed = new Date('2026-09-01T10:00:00Z')
const later = new Date('2026-10-01T03:00:00Z')
const now = new Date('2026-11-22T10:00:00Z')
const by = { actor: null, now }
const khan = 4671
const lake = 4630

describe.each(databases)('the wall, checked with the directory, on $name', ({ create }) => {
  let db: PrismaClient
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ db, close } = await useDatabase(create))
  })
  afterAll(() => close())

  beforeEach(async () => {
    await db.directoryChange.deleteMany()
    await db.directorySync.deleteMany({ where: { source: 'parliament' } })
    await db.seat.updateMany({ data: { memberId: null } })
    await db.member.deleteMany()
    await db.seat.deleteMany()
    const { seedDirectory } = await import('@/lib/members/data/seed')
    await seedDirectory(db)
    await resetSupporters(db)
    await db.supporter.updateMany({ data: { createdAt: signed } })
  })

  const seatOf = (memberId: number) => db.seat.findFirstOrThrow({ where: { memberId } })

  /** Lets Parliament say something new, through a real sync's writes. */
  async function sync(change: (directory: Awaited<ReturnType<typeof readDirectory>>) => void, checkedAt = later) {
    const { diffDirectory } = await import('@/lib/members/model/diff')
    const { createDirectoryStore } = await import('@/lib/members/data/sync-store')
    const now = await readDirectory()
    change(now)
    const seated = now.seats.flatMap(({ code, memberId, name }) =>
      now.members
        .filter(({ id }) => id === memberId)
        .map((member) => ({ ...member, constituencyName: name, contacts: null, code })),
    )
    const vacantSeatCodes = new Set(now.seats.flatMap(({ code, memberId }) => (memberId === null ? [code] : [])))
    const store = createDirectoryStore(db)
    const current = await store.readDirectory()
    const diff = diffDirectory(current, {
      members: seated,
      vacantSeatCodes,
      today: checkedAt.toISOString().slice(0, 10),
    })
    await store.applySync({ ...diff, after: current.lastSync, checkedAt, members: seated.length })
  }

  async function readDirectory() {
    const { createDirectoryStore } = await import('@/lib/members/data/sync-store')
    const { seats, members } = await createDirectoryStore(db).readDirectory()
    return { seats: seats.map((seat) => ({ ...seat })), members: members.map((member) => ({ ...member })) }
  }
  type Now = Awaited<ReturnType<typeof readDirectory>>
  const give = (directory: Now, from: number, to: number | null) =>
    directory.seats.filter(({ memberId }) => memberId === from).forEach((seat) => (seat.memberId = to))
  const rename = (directory: Now, id: number, party: string) =>
    directory.members.filter((member) => member.id === id).forEach((member) => (member.party = party))

  const list = async () => (await import('@/lib/supporters/review')).listWallChanges()
  const answer = async (...given: Parameters<typeof import('@/lib/supporters/review').answerWallChange>) =>
    (await import('@/lib/supporters/review')).answerWallChange(...given)

  test('nothing has changed at first', async () => expect(await list()).toEqual([]))

  test('a seat that fell vacant, one that went to another, a party and an office are listed with their day', async () => {
    const [rusholme, ceredigion] = [await seatOf(khan), await seatOf(lake)]
    await sync((directory) => {
      give(directory, khan, null)
      directory.members.push(directoryMember({ id: 90_001, name: 'New Person' }))
      give(directory, lake, 90_001)
      rename(directory, 4267, 'Speaker')
      rename(directory, 1491, 'Independent')
    })
    const changes = (await list()).map(({ name, what, before, after, on }) => [name, what, before, after, on])
    const parties = await db.directoryChange.findMany({ where: { field: 'party' }, select: { before: true } })
    expect(parties).toHaveLength(2)
    expect(changes).toEqual([
      ['Afzal Khan', 'seat', rusholme.name, null, '2026-10-01'],
      ['Kerry McCarthy', 'party', 'Labour', 'Independent', '2026-10-01'],
      ['Ben Lake', 'seat', ceredigion.name, null, '2026-10-01'],
      ['Sarah Champion', 'office', 'Labour', 'Speaker', '2026-10-01'],
    ])
  })

  test('who moves to another seat is listed with both', async () => {
    const [old, other] = [
      await seatOf(khan),
      await db.seat.findFirstOrThrow({ where: { memberId: { notIn: [khan, lake] } }, orderBy: { code: 'asc' } }),
    ]
    await sync((directory) => {
      give(directory, khan, null)
      directory.seats.filter(({ code }) => code === other.code).forEach((seat) => (seat.memberId = khan))
    })
    expect((await list()).filter(({ name }) => name === 'Afzal Khan')).toMatchObject([
      { what: 'seat', before: old.name, after: other.name },
    ])
  })

  test('what happened before somebody signed is no change', async () => {
    await sync((directory) => rename(directory, khan, 'Independent'))
    expect(await list()).toHaveLength(1)
    await db.supporter.updateMany({ where: { memberId: khan }, data: { joinedOn: '2026-10-02' } })
    expect(await list()).toEqual([])
    await db.supporter.updateMany({ where: { memberId: khan }, data: { joinedOn: '2026-10-01' } })
    expect(await list()).toHaveLength(1)
    await db.supporter.updateMany({ where: { memberId: khan }, data: { joinedOn: null, createdAt: now } })
    expect(await list()).toEqual([])
  })

  test('only those on the wall are checked, and of peers nothing is known', async () => {
    await sync((directory) => give(directory, khan, null))
    await db.supporter.updateMany({ where: { memberId: khan }, data: { status: 'hidden' } })
    await db.supporter.updateMany({ where: { memberId: lake }, data: { kind: 'peer', memberId: 99_999 } })
    expect(await list()).toEqual([])
    await db.supporter.updateMany({ where: { memberId: 99_999 }, data: { kind: 'mp' } })
    expect(await list()).toMatchObject([{ name: 'Ben Lake', what: 'seat', after: null, on: null }])
  })

  test('a kept change does not come back until something else changes', async () => {
    await sync((directory) => rename(directory, khan, 'Independent'))
    const [change] = await list()
    expect(await answer(change?.id ?? '', 'keep', by)).toEqual({
      outcome: 'answered',
      supporterId: change?.supporterId,
    })
    expect(await list()).toEqual([])
    expect(await answer(change?.id ?? '', 'keep', by)).toEqual({ outcome: 'gone' })
    await sync((directory) => rename(directory, 4267, 'Independent'), new Date('2026-10-02T03:00:00Z'))
    expect((await list()).map(({ name }) => name)).toEqual(['Sarah Champion'])
    await sync((directory) => rename(directory, khan, 'Green Party'), new Date('2026-10-03T03:00:00Z'))
    expect((await list())[0]).toMatchObject({
      name: 'Afzal Khan',
      before: 'Independent',
      after: 'Green Party',
      on: '2026-10-03',
    })
    expect(await db.supporter.findFirst({ where: { memberId: khan } })).toMatchObject({
      version: 2,
      updatedAt: now,
      status: 'published',
    })
  })

  test('a kept loss stays kept, and a return is listed', async () => {
    const seat = await seatOf(khan)
    await sync((directory) => {
      directory.members.push(directoryMember({ id: 90_001, name: 'New Person' }))
      give(directory, khan, 90_001)
    })
    expect(await answer((await list())[0]?.id ?? '', 'keep', by)).toMatchObject({ outcome: 'answered' })
    expect(await list()).toEqual([])
    await sync((directory) => give(directory, 90_001, khan), new Date('2026-10-05T03:00:00Z'))
    expect(await list()).toMatchObject([{ name: 'Afzal Khan', what: 'seat', after: seat.name, on: '2026-10-05' }])
  })

  test('called former, or hidden, nothing is left to answer', async () => {
    await sync((directory) => {
      give(directory, khan, null)
      give(directory, lake, null)
      rename(directory, 4267, 'Independent')
    })
    const [first, second, third] = await list()
    expect(await answer(third?.id ?? '', 'former', by)).toEqual({ outcome: 'sits' })
    expect(await answer(first?.id ?? '', 'former', by)).toMatchObject({ outcome: 'answered' })
    expect(await answer(second?.id ?? '', 'hide', by)).toMatchObject({ outcome: 'answered' })
    expect((await list()).map(({ id }) => id)).toEqual([third?.id])
    expect(await db.supporter.findFirst({ where: { memberId: khan } })).toMatchObject({
      isFormer: true,
      status: 'published',
    })
    expect(await db.supporter.findFirst({ where: { memberId: lake } })).toMatchObject({
      isFormer: false,
      status: 'hidden',
    })
  })

  test('of two who answer at once one is told', async () => {
    await sync((directory) => give(directory, khan, null))
    const id = (await list())[0]?.id ?? ''
    const answers = await Promise.all([answer(id, 'hide', by), answer(id, 'former', by), answer(id, 'keep', by)])
    expect(answers.filter(({ outcome }) => outcome === 'answered')).toHaveLength(1)
  })

  test.each(['', 'x', '1-', '1-999', '0-left-2026-10-01', '99999999999999-1', "1-' OR 1=1"])(
    'no change has the id %j',
    async (id) => {
      expect(await answer(id, 'keep', by)).toEqual({ outcome: 'gone' })
    },
  )
})
