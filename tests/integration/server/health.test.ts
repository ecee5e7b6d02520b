import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { databases, useDatabase } from '../databases'

describe.each(databases)('the health of the site on $name', ({ create }) => {
  let db: PrismaClient
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ db, close } = await useDatabase(create))
  })
  afterAll(() => close())

  test('health is good, and gives the ages of the data', async () => {
    const { checkHealth } = await import('@/lib/server/check-health')
    expect(await checkHealth(new Date('2026-09-10T12:00:00Z'))).toMatchObject({
      ok: true,
      database: { ok: true },
      migrations: { ok: true },
      directory: { ok: true, source: 'seed', ageDays: 10 },
      postcodeIndex: { ok: true, postcodes: 1_744_437, ageDays: 314, dueAfter: '2026-12-05' },
    })
  })

  test('health is bad while a migration is missing or a table cannot be written', async () => {
    const { checkHealth } = await import('@/lib/server/check-health')
    await db.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET rolled_back_at = started_at`)
    expect(await checkHealth(new Date())).toMatchObject({
      ok: false,
      database: { ok: true },
      migrations: { ok: false },
    })
    await db.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET rolled_back_at = NULL`)
    await db.$executeRawUnsafe(`ALTER TABLE "Heartbeat" RENAME TO "Elsewhere"`)
    expect(await checkHealth(new Date())).toMatchObject({
      ok: false,
      database: { ok: false },
      migrations: { ok: true },
    })
    await db.$executeRawUnsafe(`ALTER TABLE "Elsewhere" RENAME TO "Heartbeat"`)
    expect(await checkHealth(new Date())).toMatchObject({ ok: true })
  })
})

describe('a missing database', () => {
  test('leaves the front page without counts, and health reports it', async () => {
    vi.resetModules()
    Reflect.deleteProperty(globalThis, 'stableFuturesDatabase')
    vi.stubEnv('DATABASE_URL', 'file:./var/no-such-folder/nothing.db')
    vi.stubEnv('LOG_LEVEL', 'silent')
    const { getProgress } = await import('@/lib/actions/get-progress')
    const { checkHealth } = await import('@/lib/server/check-health')
    expect(await getProgress(new Date())).toBeNull()
    expect(await checkHealth(new Date())).toMatchObject({
      ok: false,
      database: { ok: false },
      postcodeIndex: { ok: true },
    })
  })
})
