import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { diffMigrations } from '@/lib/cli/migration-diff'
import { connect } from '@/lib/data/client'
import { listMigrations, migrate } from '@/lib/data/migrate'
import { databases } from './databases'

describe.each(databases)('migrations on $name', ({ name, create }) => {
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

  test('refuse a database that a newer version has migrated', async () => {
    const url = await create()
    await migrate(url)
    const db = await connect(url)
    await db.$executeRawUnsafe(`UPDATE "_prisma_migrations" SET migration_name = 'from_the_future'`)
    await db.$disconnect()
    await expect(migrate(url)).rejects.toThrow('from_the_future')
  })
})

test('a file that is not a database is refused and left alone', async () => {
  const url = await databases[0]?.create()
  if (!url) throw new Error('no SQLite')
  await writeFile(url.slice('file:'.length), 'not a database, but somebody’s notes'.repeat(50))
  await expect(migrate(url)).rejects.toThrow('not a database')
})
