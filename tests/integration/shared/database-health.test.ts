import { expect, test } from 'vitest'
import { claimUpkeep, findUpkeep, recordUpkeep } from '@/lib/shared/database/upkeep'
import { runDueUpkeep } from '@/lib/server/upkeep'
import { checkHealth } from '@/lib/server/check-health'
import { getDesk } from '@/lib/desk/get'
import { onEachDatabase } from '../databases'

onEachDatabase('looking after the database', ({ db }) => {
  test('of all processes one looks for damage, once a day; health and the desk know', async () => {
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    expect((await checkHealth(at(0))).damage).toEqual({ ok: true, lookedAt: null })
    const now = at(0)
    const decided = {
      seatCode: 'E14001069',
      channel: 'x',
      kind: 'opened',
      day: '2026-01-01',
      hour: 12,
      prefix: 'connection',
      state: 'discarded',
    }
    await db.heldAction.createMany({
      data: [
        { ...decided, key: 'old', decidedOn: '2026-01-02' },
        { ...decided, key: 'new', decidedOn: now.toISOString().slice(0, 10) },
      ],
    })
    await Promise.all([runDueUpkeep(now), runDueUpkeep(now)])
    expect(await db.heldAction.findMany({ select: { key: true } })).toEqual([{ key: 'new' }])
    expect(await findUpkeep('check')).toMatchObject({
      startedAt: now,
      succeededAt: expect.any(Date),
      detail: 'in order',
      problem: null,
    })
    expect((await checkHealth(now)).damage).toEqual({ ok: true, lookedAt: now })
    expect(await claimUpkeep('check', 24 * 3_600_000, at(23))).toBe(false)
    expect((await Promise.all([1, 2, 3].map(() => claimUpkeep('check', 24 * 3_600_000, at(25))))).sort()).toEqual([
      false,
      false,
      true,
    ])

    await recordUpkeep('check', { problem: 'row 7 missing from index' }, at(25))
    expect(await checkHealth(at(25))).toMatchObject({ ok: false, damage: { ok: false } })
    const admin = { id: 'a', name: 'A', email: 'a@example.org', role: 'admin', sessionId: 's' } as const
    expect((await getDesk(admin, at(25))).attention.map(({ text }) => text).join()).toContain(
      'row 7 missing from index',
    )
    // What failed is tried again after an hour, not after a day.
    expect(await claimUpkeep('check', 24 * 3_600_000, at(25.5))).toBe(false)
    expect(await claimUpkeep('check', 24 * 3_600_000, at(26.1))).toBe(true)
    await recordUpkeep('check', { detail: 'in order' }, at(26.1))
    expect(await checkHealth(at(26.2))).toMatchObject({ ok: true })
  })
})
