import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { typescript } from '@/lib/cli/setup.mjs'
import { maxConnections } from '@/lib/staff/mail/post'
import { onEachDatabase } from '../databases'
import { fillConfirmed } from './fill-confirmed'
import { openPostOffice } from './post-office'

// More on demand: LETTERS_KILL_ROUNDS=30.
const rounds = Number(process.env.LETTERS_KILL_ROUNDS ?? 3)
const perRound = 60

onEachDatabase('servers that send letters', ({ isPostgres }) => {
  let office: Awaited<ReturnType<typeof openPostOffice>>
  beforeAll(async () => {
    office = await openPostOffice()
  })
  afterAll(() => office.stop())

  const start = () =>
    spawn(process.execPath, typescript('tests/integration/letters/send-forever.ts'), {
      env: { ...process.env, LOG_LEVEL: 'silent' },
      stdio: 'inherit',
    })
  const stop = async (child: ChildProcess, signal: NodeJS.Signals) => {
    const closed = once(child, 'close')
    child.kill(signal)
    await closed
    return child.exitCode
  }
  const arrivals = (ids: string[]) => {
    const own = new Map(ids.map((id) => [`<${id}@stablefutures.example>`, 0]))
    for (const { messageId = '' } of office.arrived)
      if (own.has(messageId)) own.set(messageId, (own.get(messageId) ?? 0) + 1)
    return [...own.values()]
  }
  const until = async (isSo: () => boolean | Promise<boolean>) => {
    while (!(await isSo())) await setTimeout(5)
  }

  test('lose nothing that was confirmed when they are killed, and double at most what was in hand', async () => {
    const servers = isPostgres ? 2 : 1
    let doubles = 0
    let confirmed = 0
    for (let round = 0; round < rounds; round++) {
      const ids = await fillConfirmed(office.db, perRound)
      confirmed += ids.length
      const children = Array.from({ length: servers }, start)
      const killAfter = 1 + Math.floor(Math.random() * (perRound - 20))
      await until(() => arrivals(ids).filter((count) => count > 0).length >= killAfter)
      await Promise.all(children.map((child) => stop(child, 'SIGKILL')))
      // Their leases have run out.
      await office.db.letter.updateMany({ where: { state: 'sending' }, data: { leasedUntil: new Date(0) } })
      await office.db.letterMail.updateMany({ data: { leasedUntil: null, leaseId: null } })
      await office.sendDue()
      const counts = arrivals(ids)
      expect(counts.filter((count) => count === 0)).toEqual([])
      expect(Math.max(...counts)).toBeLessThanOrEqual(2)
      const doubled = counts.filter((count) => count === 2).length
      expect(doubled).toBeLessThanOrEqual(servers * maxConnections)
      doubles += doubled
      expect(await office.db.letter.count({ where: { id: { in: ids }, state: 'accepted' } })).toBe(perRound)
    }
    console.log(
      `${rounds} rounds of kill -9, ${servers} server(s): ${confirmed} confirmed, none lost, ${doubles} doubled`,
    )
    expect((await office.db.sentLetter.aggregate({ _sum: { count: true } }))._sum.count).toBe(confirmed)
  }, 600_000)

  test('finish what is in hand on SIGTERM, and leave the rest confirmed', async () => {
    const ids = await fillConfirmed(office.db, perRound)
    const child = start()
    await until(() => arrivals(ids).some((count) => count > 0))
    expect(await stop(child, 'SIGTERM')).toBe(0)
    const states = await office.db.letter.groupBy({ by: ['state'], where: { id: { in: ids } }, _count: { id: true } })
    expect(states.map(({ state }) => state)).not.toContain('sending')
    const accepted = states.find(({ state }) => state === 'accepted')?._count.id ?? 0
    expect(arrivals(ids).filter((count) => count === 1)).toHaveLength(accepted)
    await office.sendDue()
    expect(arrivals(ids)).toEqual(ids.map(() => 1))
  }, 180_000)
})
