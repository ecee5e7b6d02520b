import { expect, onTestFinished, test } from 'vitest'
import { connect } from '@/lib/shared/database/client'
import { createDirectoryStore } from '@/lib/members/data/sync-store'
import { createMembersApiClient } from '@/lib/members/members-api/client'
import { syncMembers } from '@/lib/members/sync'
import { directoryMember, shippedDirectory } from '../../fixtures/directory'
import { seatFacts } from '../../fixtures/seat-facts'
import { onEachDatabase } from '../databases'
import { seeded, startApi } from '../seeded-directory'

const checkedAt = new Date('2026-09-01T12:00:00Z')
const now = () => checkedAt

/** The journal as it reads. */
const journal = {
  select: { seatCode: true, memberId: true, field: true, before: true, after: true },
  orderBy: { id: 'asc' },
} as const

onEachDatabase('the directory', ({ create }) => {
  test('is read as it was seeded', async () => {
    const { store } = await seeded(create)
    const { seats, members } = await store.readDirectory()
    const shipped = shippedDirectory()
    expect(seats).toEqual(shipped.seats)
    expect(members).toEqual([...shipped.members].sort((a, b) => a.id - b.id))
  })

  test('takes a swap, a newcomer and a vacancy at once, and then has nothing more to take', async () => {
    const facts = seatFacts()
    const [a, b, c, d] = facts.seats
    if (!a?.member || !b?.member || !c?.member || !d?.member) throw new Error('the facts have changed')
    const before = [a.member, b.member, c.member, d.member] as const
    ;[a.member, b.member] = [b.member, a.member]
    c.member = { ...before[2], id: 99_999, name: 'Ann New' }
    d.member = null
    const api = await startApi({ directory: facts })
    const { db, store } = await seeded(create)
    const sync = () => syncMembers({ client: createMembersApiClient({ baseUrl: api.url }), directory: store, now })

    expect(await sync()).toMatchObject({ outcome: 'applied', members: 649, problems: [] })
    const changes = await db.directoryChange.findMany(journal)
    expect(changes.map(({ seatCode, before: was, after }) => [seatCode, was, after])).toEqual([
      [a.code, before[0].name, before[1].name],
      [b.code, before[1].name, before[0].name],
      [c.code, before[2].name, 'Ann New'],
      [d.code, before[3].name, null],
    ])
    expect(await db.member.count({ where: { leftOn: '2026-09-01' } })).toBe(2)
    expect(await db.member.count()).toBe(651)
    expect((await store.readDirectory()).seats.slice(0, 4).map(({ memberId }) => memberId)).toEqual([
      before[1].id,
      before[0].id,
      99_999,
      null,
    ])

    expect(await sync()).toMatchObject({ outcome: 'unchanged', changes: [] })
    expect(await db.directoryChange.count()).toBe(4)
    // The log says what was changed, once.
    expect(
      await db.auditEntry.findMany({
        select: { action: true, entity: true, entityId: true, actorId: true, before: true, after: true },
      }),
    ).toEqual([
      {
        action: 'directory.synced',
        entity: 'directory',
        entityId: 'sync 2',
        actorId: null,
        before: null,
        after: '{"member":4}',
      },
    ])
    expect(
      await db.directorySync.findMany({ select: { source: true, members: true }, orderBy: { id: 'asc' } }),
    ).toEqual([
      { source: 'seed', members: 650 },
      { source: 'parliament', members: 649 },
      { source: 'parliament', members: 649 },
    ])
  })

  test('two syncs at the same moment write one history', async () => {
    const facts = seatFacts()
    const [a, b] = facts.seats
    if (!a?.member || !b?.member) throw new Error('the facts have changed')
    a.member = { ...a.member, id: 99_998, name: 'Ann New' }
    b.member = null
    const api = await startApi({ directory: facts })
    const { url, db, store } = await seeded(create)
    const other = await connect(url)
    onTestFinished(() => other.$disconnect())
    const sync = (directory = store) =>
      syncMembers({ client: createMembersApiClient({ baseUrl: api.url }), directory, now })
    const results = await Promise.all([sync(), sync(createDirectoryStore(other)), sync()])
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'unchanged', 'unchanged'])
    expect(await db.directoryChange.count()).toBe(2)
    expect(await db.directorySync.count()).toBe(4)
  })

  test('stays whole when one write of a sync fails', async () => {
    const { db, store } = await seeded(create)
    const before = await store.readDirectory()
    const [seat] = before.seats
    const plan = {
      after: before.lastSync,
      checkedAt,
      members: 650,
      people: [directoryMember({ id: 99_999 })],
      seats: [
        { code: seat?.code ?? '', memberId: 99_999 },
        { code: 'E00000000', memberId: 99_999 },
      ],
      changes: [],
    }
    await expect(store.applySync(plan)).rejects.toThrow()
    expect(await store.readDirectory()).toEqual(before)
    expect(await db.directorySync.count()).toBe(1)
  })
})
