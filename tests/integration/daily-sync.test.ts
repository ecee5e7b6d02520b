import { describe, expect, test } from 'vitest'
import { databases, useDatabase } from './databases'
import { startApi } from './seeded-directory'

const hoursAfter = (hours: number) => new Date(Date.parse('2026-11-01T06:00:00Z') + hours * 3_600_000)

describe.each(databases)('the daily sync on $name', ({ create }) => {
  test('asks Parliament once a day, and again after a failure', async () => {
    const api = await startApi({})
    const { db, close } = await useDatabase(create, { MEMBERS_API_URL: api.url })
    const { syncWhenDue } = await import('@/lib/operations/daily-sync')
    expect(await syncWhenDue(hoursAfter(0))).toMatchObject({ outcome: 'unchanged', members: 650 })
    const asked = api.requests.length
    expect(await syncWhenDue(hoursAfter(23))).toBeNull()
    expect(api.requests).toHaveLength(asked)
    await api.close()
    expect(await syncWhenDue(hoursAfter(25))).toMatchObject({ outcome: 'unavailable' })
    expect(await db.directorySync.count()).toBe(2)
    await close()
  })
})
