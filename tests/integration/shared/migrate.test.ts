import { cp, mkdtemp, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { diffMigrations } from '@/lib/cli/migration-diff'
import { connect } from '@/lib/shared/database/client'
import { listMigrations, migrate } from '@/lib/shared/database/migrate'
import { expectExactJournal } from '../actions/expect-exact-journal'
import { onEachDatabase, sqlite, testOnce } from '../databases'

onEachDatabase('migrations', ({ name, create }) => {
  test('agree with the schema', async () => {
    const url = await create()
    await migrate(url)
    expect(await diffMigrations(url)).toBe('-- This is an empty migration.')
  })

  test('apply once, also when several processes start together', async () => {
    const url = await create()
    const results = await Promise.all([migrate(url), migrate(url), migrate(url)])
    const names = (await listMigrations(name === 'SQLite' ? 'sqlite' : 'postgresql')).map((migration) => migration.name)
    expect(results.flat()).toEqual(names)
    expect(await migrate(url)).toEqual([])
  })

  test('keep the actions of before there was a journal, and count them', async () => {
    const url = await create()
    const old = await mkdtemp(path.join(os.tmpdir(), 'old version '))
    const first = path.join(
      'prisma/migrations',
      name === 'SQLite' ? 'sqlite' : 'postgresql',
      '20261121000000_first_tables',
    )
    await cp(first, path.join(old, first), { recursive: true })
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue(old)
    await migrate(url)
    cwd.mockRestore()
    const db = await connect(url)
    for (const seat of ['E14001063', 'E14001063', 'W07000102']) {
      await db.$executeRawUnsafe(
        `INSERT INTO "Action" ("seatCode", channel, day) VALUES ('${seat}', 'x', '2026-11-20')`,
      )
    }
    await migrate(url)
    const action = { seatCode: 'W07000102', channel: 'x', kind: 'opened', day: '2026-11-20' }
    expect(await db.action.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { key: 'legacy-1' },
      { key: 'legacy-2' },
      { key: 'legacy-3', ...action },
    ])
    expect(await db.journal.findMany({ orderBy: { seatCode: 'asc' } })).toMatchObject([
      { count: 2 },
      { ...action, count: 1 },
    ])
    await expectExactJournal(db)
    await db.$disconnect()
  })

  test('refuse a database that a newer version has migrated', async () => {
    const url = await create()
    await migrate(url)
    const db = await connect(url)
    await db.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET migration_name = 'from_the_future'`)
    await db.$disconnect()
    await expect(migrate(url)).rejects.toThrow('from_the_future')
  })
})

testOnce('a file that is not a database is refused and left alone', async () => {
  const url = await sqlite.create()
  const file = url.slice('file:'.length)
  await writeFile(file, 'not a database, but somebody’s notes'.repeat(50), { mode: 0o644 })
  await expect(migrate(url)).rejects.toThrow('not an SQLite database')
  expect((await stat(file)).mode & 0o777).toBe(0o644)
})
