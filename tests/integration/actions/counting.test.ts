import { expect, test } from 'vitest'
import { ReportedAction } from '@/lib/actions/model/action'
import { recordStatement } from '@/lib/actions/data/postgres'
import { rebuildCounts } from '@/lib/actions/data/rebuild-counts'
import { createAction, flushActions } from '@/lib/actions/data/writer'
import { listAllSeats } from '@/lib/members/data/seats'
import { channels } from '@/lib/actions/model/channel'
import { expectExactJournal } from './expect-exact-journal'
import { onEachDatabase } from '../databases'

const day = '2026-11-21'
const action = (key: string, more: Partial<ReportedAction> = {}): ReportedAction => ({
  key,
  openedKey: key,
  seatCode: 'E14001063',
  channel: 'x',
  kind: 'opened',
  source: null,
  isPersonal: null,
  ruleId: null,
  day,
  prefix: 'a-school',
  cap: 10_000,
  hour: 12,
  ...more,
})

onEachDatabase('counting', ({ db, name }) => {
  test.runIf(name === 'PostgreSQL')(
    'the plan for a batch, cached while the tables are empty, is still good when they are full',
    async () => {
      const plan = await db.$transaction(async (tx) => {
        await tx.$executeRawUnsafe('SET LOCAL plan_cache_mode = force_generic_plan')
        await tx.$executeRawUnsafe(`PREPARE recording (text) AS ${recordStatement}`)
        return tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN EXECUTE recording ('[]')`)
      })
      const lines = plan.map((row) => row['QUERY PLAN'].trim())
      expect(lines.filter((line) => line.includes('Index') && line.includes('"Action"'))).toHaveLength(2)
      expect(lines.filter((line) => /hashed|Nested Loop|Seq Scan on "Action"/.test(line))).toEqual([])
    },
  )

  test('thousands at once, with duplicates, are counted exactly', async () => {
    expect(await listAllSeats()).toHaveLength(650)
    const before = await db.action.count()
    const answers = await Promise.all(
      Array.from({ length: 6000 }, (_, at) => {
        const own = at % 4000 // every third one is a duplicate
        const opened = own - (own % 2) // every other one confirms the one before it
        const group = {
          seatCode: `E14001${100 + (opened % 300)}`,
          channel: channels[opened % 5],
          openedKey: `many-${opened}`,
        }
        return createAction(
          action(`many-${own}`, {
            ...group,
            prefix: `connection-${own % 3}`,
            kind: own === opened ? 'opened' : 'confirmed',
            source: own % 3 ? `tag-${own % 4}` : null,
            isPersonal: [true, false, null][own % 3] ?? null,
            ruleId: [7, 8, null][own % 3] ?? null,
          }),
        )
      }),
    )
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(4000)
    expect(await db.action.count()).toBe(before + 4000)
    await expectExactJournal(db)
  })

  test('a batch with a row that can’t be written writes and counts the others', async () => {
    const bad =
      name === 'SQLite' ? action('bad', { day: Reflect.get({}, 'day') }) : action('bad', { source: 'null byte \0' })
    const answers = await Promise.allSettled([
      createAction(action('good-1')),
      createAction(bad),
      createAction(action('good-2')),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await db.action.count({ where: { key: { in: ['good-1', 'bad', 'good-2'] } } })).toBe(2)
    await expectExactJournal(db)
  })

  test('a batch whose journal can’t be written leaves no rows behind', async () => {
    await db.$executeRawUnsafe('ALTER TABLE "Total" RENAME TO "Elsewhere"')
    await expect(createAction(action('half'))).rejects.toThrow()
    await db.$executeRawUnsafe('ALTER TABLE "Elsewhere" RENAME TO "Total"')
    expect(await db.action.count({ where: { key: 'half' } })).toBe(0)
    expect(await createAction(action('half'))).toEqual({ outcome: 'counted', isNew: true })
    await expectExactJournal(db)
  })

  test('an action waits for another transaction in this process, and is counted after it', async () => {
    let answer: Promise<unknown> = Promise.resolve()
    await db.$transaction(async (tx) => {
      await tx.lock.upsert({ where: { id: 7 }, create: { id: 7, at: new Date() }, update: { at: new Date() } })
      answer = createAction(action('patient'))
      await new Promise((resolve) => setTimeout(resolve, 100))
    })
    await flushActions()
    expect(await answer).toEqual({ outcome: 'counted', isNew: true })
  })

  test('a rebuild finds tampered counts, repairs them, and then finds nothing', async () => {
    const seatCode = 'W07000100'
    await Promise.all([1, 2, 3].map((at) => createAction(action(`rebuild-${at}`, { seatCode }))))
    expect(await rebuildCounts(db)).toEqual([])
    const group = { seatCode, channel: 'x', kind: 'opened' }
    await db.journal.update({ where: { day_seatCode_channel_kind: { ...group, day } }, data: { count: 2 } })
    await db.journal.create({ data: { ...group, kind: 'confirmed', day, count: 9 } })
    await db.total.delete({ where: { seatCode_channel_kind: group } })
    await db.sourceTotal.create({
      data: { source: 'made-up', kind: 'opened', channel: 'x', day, wording: 'own', count: 2 },
    })
    expect(await rebuildCounts(db)).toEqual([
      { ...group, kind: 'confirmed', day, written: 9, actual: 0 },
      { ...group, day, written: 2, actual: 3 },
      { ...group, day: null, written: 0, actual: 3 },
      { ...group, seatCode: '', source: 'made-up', day, wording: 'own', written: 2, actual: 0 },
    ])
    await expectExactJournal(db)
    expect(await rebuildCounts(db)).toEqual([])
  })
})
