import Database from 'better-sqlite3'
import { execFile } from 'node:child_process'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { typescript } from '@/lib/cli/setup.mjs'
import { findDamage } from '@/lib/shared/database/integrity'
import { databases, useDatabase } from '../databases'

const check = async (url: string) =>
  promisify(execFile)(process.execPath, typescript('lib/cli/database-check.ts'), {
    env: { ...process.env, DATABASE_URL: url },
  }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  )

describe.each(databases)('looking after the database on $name', ({ create }) => {
  let opened: Awaited<ReturnType<typeof useDatabase>>
  beforeAll(async () => void (opened = await useDatabase(create)))
  afterAll(() => opened.close())

  test('of all processes one looks for damage, once a day; health and the desk know', async () => {
    const { claimUpkeep, findUpkeep, recordUpkeep } = await import('@/lib/shared/database/upkeep')
    const { runDueUpkeep } = await import('@/lib/server/upkeep')
    const { checkHealth } = await import('@/lib/server/check-health')
    const { getDesk } = await import('@/lib/desk/get')
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    expect((await checkHealth(at(0))).damage).toEqual({ ok: true, lookedAt: null })
    const now = at(0)
    const { db } = opened
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

describe('an SQLite file', () => {
  const [sqlite] = databases
  if (!sqlite) throw new Error('no SQLite')
  let url = ''
  const file = () => url.slice('file:'.length)
  let opened: Awaited<ReturnType<typeof useDatabase>>
  beforeAll(async () => {
    url = await sqlite.create()
    opened = await useDatabase(async () => url)
  })
  afterAll(() => opened.close())

  test('that is taken away, replaced or put back while it is open is seen by health', async () => {
    const { checkHealth } = await import('@/lib/server/check-health')
    const health = async () => (await checkHealth(new Date())).databaseFile
    expect(await health()).toEqual({ ok: true })
    for (const name of ['', '-wal', '-shm']) {
      const own = `${file()}${name}`
      await rename(own, `${own}.away`)
      expect(await health(), name).toMatchObject({ ok: false, was: 'deleted' })
      await copyFile(`${own}.away`, own)
      expect(await health(), name).toMatchObject({ ok: false, was: 'replaced' })
      expect(await checkHealth(new Date())).toMatchObject({ ok: false })
      await rename(`${own}.away`, own)
      expect(await health()).toEqual({ ok: true })
    }
  })

  test('that is damaged is found out, by the command too, which keeps it', async () => {
    const damaged = `${file()}.damaged`
    await rm(damaged, { force: true })
    const source = new Database(file(), { readonly: true })
    source.exec(`VACUUM INTO '${damaged.replaceAll("'", "''")}'`)
    source.close()
    expect(await findDamage(`file:${damaged}`)).toBeNull()
    const db = new Database(damaged)
    const page = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'Seat'").pluck().get())
    const size = Number(db.pragma('page_size', { simple: true }))
    db.close()
    const handle = await open(damaged, 'r+')
    await handle.write(Buffer.alloc(size, 7), 0, size, (page - 1) * size)
    await handle.close()
    expect(await findDamage(`file:${damaged}`)).toBeTruthy()
    expect(await check(`file:${damaged}`)).toEqual({
      code: 1,
      stdout: expect.stringContaining('npm run restore -- FILE'),
    })
    const after = new Database(damaged, { readonly: true })
    expect(after.prepare("SELECT problem FROM Upkeep WHERE task = 'check'").pluck().get()).toBeTruthy()
    after.close()
  })
})
