import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { sqlite, useDatabase } from '../databases'

test('the server makes backups by itself, one for all processes, and keeps the newest', async () => {
  const folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'backups ')), 'new')
  const url = await sqlite.create()
  const { db, close } = await useDatabase(async () => url, { BACKUP_DIR: folder, BACKUP_KEEP: '2' })
  const { runDueUpkeep } = await import('@/lib/server/upkeep')
  const { recordUpkeep } = await import('@/lib/shared/database/upkeep')
  const { checkHealth } = await import('@/lib/server/check-health')
  const { showServer } = await import('@/lib/desk/show-server')
  const { getDesk } = await import('@/lib/desk/get')
  const admin = { id: 'a', name: 'A', email: 'a@example.org', role: 'admin', sessionId: 's' } as const
  const now = new Date()
  await recordUpkeep('check', { detail: 'in order' }, now)
  await db.upkeep.update({ where: { task: 'check' }, data: { startedAt: now } })
  await Promise.all([runDueUpkeep(now), runDueUpkeep(now)])
  const names = await readdir(folder)
  expect(names).toEqual([expect.stringMatching(/^stable-futures-[\dT-]+Z\.db$/)])
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  expect(await checkHealth(now)).toMatchObject({ ok: true, backup: { ok: true, succeededAt: expect.any(Date) } })
  expect((await showServer('admin', now)).find(({ id }) => id === 'backups')?.state).toContain(names[0])

  for (const old of [
    'stable-futures-2026-01-01T00-00-00Z.db',
    'stable-futures-2026-01-02T00-00-00Z.db',
    'stable-futures-2026-01-03T00-00-00Z.db.partial',
    'notes.txt',
  ])
    await writeFile(path.join(folder, old), '')
  const { pruneBackups } = await import('@/lib/shared/database/backup')
  expect(pruneBackups(folder, 2)).toEqual(['stable-futures-2026-01-01T00-00-00Z.db'])
  expect((await readdir(folder)).sort()).toEqual(
    ['notes.txt', 'stable-futures-2026-01-02T00-00-00Z.db', ...names].sort(),
  )

  await recordUpkeep('backup', { problem: 'ENOSPC: no space left on device' }, now)
  expect(await checkHealth(now)).toMatchObject({ ok: true, backup: { ok: false } })
  expect((await getDesk(admin, now)).attention.map(({ text }) => text).join()).toContain('no space left on device')
  await close()
  vi.unstubAllEnvs()
})
