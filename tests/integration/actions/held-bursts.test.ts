import { beforeAll, expect, test, vi } from 'vitest'
import { deleteDecidedBefore } from '@/lib/actions/data/held'
import { rebuildCounts } from '@/lib/actions/data/rebuild-counts'
import { countWaiting, decideBurst, findBurst, getUnusual } from '@/lib/actions/held-bursts'
import { recordAction } from '@/lib/actions/record'
import { showLog } from '@/lib/desk/show-log'
import { undoChange } from '@/lib/desk/undo'
import { expectExactJournal } from './expect-exact-journal'
import { onEachDatabase } from '../databases'

vi.hoisted(() => vi.stubEnv('ACTIONS_PER_PREFIX', '3'))

const [day, now] = ['2026-11-21', new Date('2026-11-22T09:00:00Z')]
const actor = {
  id: 'publisher',
  name: 'Pat Example',
  email: 'pat@example.org',
  role: 'publisher',
  sessionId: 's',
} as const

onEachDatabase('bursts', ({ db }) => {
  beforeAll(async () => {
    const user = {
      id: actor.id,
      name: actor.name,
      email: actor.email,
      role: actor.role,
      emailVerified: true,
      createdAt: now,
      updatedAt: now,
    }
    await db.user.create({ data: user })
    const rules = await db.messageRule.findMany({ select: { id: true } })
    const record = (number: number, kind: 'opened' | 'confirmed', prefix: string, hour: number) =>
      recordAction({
        seatCode: 'E14001069',
        channel: 'email',
        kind,
        source: number % 2 ? 'share-x' : null,
        isPersonal: number % 2 === 0,
        rule: rules[number % 3]?.id ?? null,
        key: `the-key-of-pupil-${number}`,
        prefix,
        now: new Date(`${day}T${hour}:30:00Z`),
      })
    for (let number = 0; number < 8; number++) await record(number, 'opened', '192.0.2.1', 10 + (number > 6 ? 4 : 0))
    await record(0, 'confirmed', '192.0.2.1', 15)
    await record(7, 'confirmed', '192.0.2.77', 16) // opened at school, confirmed from home
    await Promise.all([10, 11, 12, 13].map((number) => record(number, 'opened', '192.0.2.2', 12)))
  })

  const rows = async () => ({
    actions: await db.action.count(),
    held: await db.heldAction.groupBy({ by: ['state'], _count: { _all: true }, orderBy: { state: 'asc' } }),
  })

  test('waiting for staff are listed, the largest first, with their details', async () => {
    const { bursts, waiting } = await getUnusual(now)
    expect(waiting).toBe(6)
    expect(bursts).toMatchObject([
      {
        day,
        constituency: 'Ashford',
        channel: 'email',
        opened: 5,
        confirmed: 1,
        firstHour: 10,
        lastHour: 16,
        isUnknown: false,
      },
      { opened: 1, confirmed: 0, firstHour: 12, lastHour: 12 },
    ])
    expect(bursts[0]?.sources.toSorted()).toEqual(['share-x', null].toSorted())
    expect(await findBurst(bursts[1]?.id)).toEqual(bursts[1])
    for (const bad of [
      undefined,
      '',
      'x',
      '2026-11-21.E14001069.email',
      `${bursts[0]?.id}'`,
      ['a'],
      '2026-11-21.E14001070.email.unknown',
    ])
      expect(await findBurst(bad)).toBeNull()
    expect(await countWaiting()).toBe(6)
  })

  test('count on their own day once released, and can be undone and discarded from the log', async () => {
    const id = (await getUnusual(now)).bursts[0]?.id
    const before = await rows()
    const undoLast = async () => {
      const entry = await db.auditEntry.findFirstOrThrow({ where: { entity: 'held' }, orderBy: { id: 'desc' } })
      return undoChange(String(entry.id), actor, now)
    }
    const holds = async () => {
      await expectExactJournal(db)
      expect(await rebuildCounts(db)).toEqual([])
    }
    expect(await decideBurst({ id, decision: 'keep' }, { actor, now })).toEqual({ outcome: 'refused' })
    expect(await decideBurst({ id, decision: 'release' }, { actor, now })).toEqual({ outcome: 'released' })
    expect((await rows()).actions).toBe(before.actions + 6)
    expect(
      await db.journal.findUnique({
        where: { day_seatCode_channel_kind: { day, seatCode: 'E14001069', channel: 'email', kind: 'opened' } },
      }),
    ).toMatchObject({ count: 11 })
    await holds()
    expect(await decideBurst({ id, decision: 'release' }, { actor, now })).toEqual({ outcome: 'gone' })
    // Confirming a released message counts immediately.
    const confirm = (number: number) =>
      recordAction({
        seatCode: 'E14001069',
        channel: 'email',
        kind: 'confirmed',
        source: null,
        key: `the-key-of-pupil-${number}`,
        prefix: '192.0.2.1',
        now: new Date(`${day}T20:00:00Z`),
      })
    expect(await confirm(7)).toEqual({ outcome: 'counted', isNew: false })
    expect(await undoLast()).toBe('undone')
    expect(await rows()).toEqual(before)
    await holds()
    expect(await decideBurst({ id, decision: 'discard' }, { actor, now })).toEqual({ outcome: 'discarded' })
    expect((await rows()).actions).toBe(before.actions)
    expect(await confirm(6)).toEqual({ outcome: 'held', isNew: true }) // goes wherever the opened one went
    expect((await getUnusual(now)).waiting).toBe(1)
    expect(await undoLast()).toBe('undone')
    expect((await getUnusual(now)).waiting).toBe(6)
    expect(await decideBurst({ id, decision: 'release' }, { actor, now })).toEqual({ outcome: 'released' })
    await holds()
    const log = await db.auditEntry.findMany({
      where: { entity: 'held' },
      orderBy: { id: 'asc' },
      select: { action: true, entityId: true },
    })
    expect(log).toEqual(
      ['released', 'undone', 'discarded', 'undone', 'released'].map((what) => ({
        action: `held.${what}`,
        entityId: id,
      })),
    )
    expect((await showLog({ entity: 'held' })).deeds.map(({ lines }) => lines[0]?.entityName)).toEqual(
      Array<string>(5).fill(expect.stringMatching(/^from [A-Z][a-z ]+ \(.+, \d+ \w+.*\)$/)),
    )
  })

  test('are deleted some time after the decision; what was released still counts, and what is waiting still waits', async () => {
    const before = await rows()
    expect(before.held.map(({ state }) => state)).toEqual(['held', 'released'])
    await deleteDecidedBefore('2026-11-22') // the day of the decision
    expect(await rows()).toEqual(before)
    await deleteDecidedBefore('2026-11-23')
    expect(await rows()).toEqual({ actions: before.actions, held: before.held.slice(0, 1) })
    await expectExactJournal(db)
  })

  test('a constituency far busier than usual is shown', async () => {
    const group = { seatCode: 'S14000060', channel: 'x', kind: 'opened' }
    await db.journal.createMany({
      data: [
        { ...group, day: '2026-11-22', count: 90 },
        { ...group, day: '2026-11-10', count: 280 },
        { ...group, seatCode: 'S14000061', day: '2026-11-22', count: 49 },
      ],
    })
    expect((await getUnusual(now)).busySeats).toMatchObject([{ seatCode: 'S14000060', opened: 90, usual: 10 }])
  })
})
