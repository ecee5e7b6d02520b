import { expect, test } from 'vitest'
import { onEachDatabase, useDatabase } from '../databases'
import { seatFacts } from '../../fixtures/seat-facts'
import { copyFilled } from '../copy-filled'
import { startApi } from '../seeded-directory'

const hoursAfter = (hours: number) => new Date(Date.parse('2026-11-01T06:00:00Z') + hours * 3_600_000)

onEachDatabase('the daily sync', () => {
  test('asks Parliament once a day, and again after a failure', async () => {
    const api = await startApi({})
    const { db, close } = await useDatabase(copyFilled, { MEMBERS_API_URL: api.url })
    const { syncWhenDue } = await import('@/lib/members/sync-daily')
    expect(await syncWhenDue(hoursAfter(0))).toMatchObject({ outcome: 'unchanged', members: 650 })
    const asked = api.requests.length
    expect(await syncWhenDue(hoursAfter(23))).toBeNull()
    expect(api.requests).toHaveLength(asked)
    const { withLease } = await import('@/lib/shared/database/lease')
    const { showSyncs } = await import('@/lib/members/show-syncs')
    await withLease('sync', async () => {
      expect(await syncWhenDue(hoursAfter(25))).toBeNull() // somebody is at it
      expect(await showSyncs(new Date())).toMatchObject({
        isRunning: true,
        syncs: [{ source: 'parliament', changes: [] }, { source: 'seed' }],
      })
    })
    expect(await showSyncs(new Date())).toMatchObject({ isRunning: false })
    expect(api.requests).toHaveLength(asked)
    expect(await withLease('sync', async () => 'free again')).toBe('free again')
    // Of a process that ended in the middle a minute is waited for.
    const silent = async (seconds: number) =>
      db.lock.update({ where: { id: 3 }, data: { at: new Date(Date.now() - seconds * 1_000) } })
    await silent(50)
    expect(await withLease('sync', async () => 'free')).toBeNull()
    await silent(70)
    expect(await withLease('sync', async () => 'free')).toBe('free')
    await api.close()
    expect(await syncWhenDue(hoursAfter(25))).toMatchObject({ outcome: 'unavailable' })
    expect(await db.directorySync.count()).toBe(2)
    await close()
  })

  test('stops at more changes than are likely, and asks at the desk', async () => {
    const directory = seatFacts()
    for (const { member, nation } of directory.seats) if (member && nation === 'Scotland') member.party = 'Changed'
    const api = await startApi({ directory })
    const { db, close } = await useDatabase(copyFilled, { MEMBERS_API_URL: api.url })
    const { checkWithParliament } = await import('@/lib/members/check-with-parliament')
    const { findUpkeep } = await import('@/lib/shared/database/upkeep')
    const change = { actor: null, now: new Date() }
    expect(await checkWithParliament(change, false)).toMatchObject({
      outcome: 'refused',
      canAgree: true,
      message: expect.stringContaining('change the party of 57 MPs'),
    })
    expect(await db.member.count({ where: { party: 'Changed' } })).toBe(0)
    expect((await findUpkeep('sync'))?.problem).toContain('57 MPs')
    expect(await checkWithParliament(change, true)).toMatchObject({ outcome: 'done' })
    expect(await db.member.count({ where: { party: 'Changed' } })).toBe(57)
    expect((await findUpkeep('sync'))?.problem).toBeNull()
    await api.close()
    await close()
  })
})
