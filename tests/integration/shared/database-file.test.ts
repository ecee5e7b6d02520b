import Database from 'better-sqlite3'
import { execFile } from 'node:child_process'
import { copyFile, open, rename, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { typescript } from '@/lib/cli/setup.mjs'
import { findDamage } from '@/lib/shared/database/integrity'
import { sqlite, useDatabase } from '../databases'

const check = async (url: string) =>
  promisify(execFile)(process.execPath, typescript('lib/cli/database-check.ts'), {
    env: { ...process.env, DATABASE_URL: url },
  }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  )

describe('an SQLite file', () => {
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
