import Database from 'better-sqlite3'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { makeInstall, serve } from './own-server'
import { expect, test } from './test'

test('WORKERS=2: one database, one port; a killed worker is replaced while the site keeps serving; on SIGTERM all exit with 0', async () => {
  const install = await makeInstall()
  install.settings.WORKERS = '2'
  const primary = await serve(install)
  const listWorkers = () =>
    readFileSync(`/proc/${primary.pid}/task/${primary.pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(Number)
  await expect.poll(() => listWorkers().length, { timeout: 60_000 }).toBe(2) // the second starts only once the first is serving
  const ask = (where: string) =>
    fetch(install.url + where, { headers: { connection: 'close' } }).then(({ status }) => status)

  const db = new Database((install.settings.DATABASE_URL ?? '').replace('file:', ''), { readonly: true })
  expect(db.prepare('SELECT count(*) FROM "Seat"').pluck().get()).toBe(650)
  expect(db.prepare('SELECT count(*) FROM "DirectorySync"').pluck().get()).toBe(1)
  expect(db.prepare('SELECT count(*) FROM "DaySalt"').pluck().get()).toBeLessThanOrEqual(1)
  db.close()

  const [first = NaN, second = NaN] = listWorkers()
  process.kill(second, 'SIGKILL')
  await expect.poll(listWorkers, { timeout: 60_000 }).not.toContain(second)
  expect(await ask('/take-action/manchester-central')).toBe(200)
  await expect.poll(() => listWorkers().length, { timeout: 60_000 }).toBe(2)
  expect(listWorkers()).toContain(first)
  expect(await ask('/api/health')).toBe(200)

  const workers = listWorkers()
  const ended = once(primary, 'exit')
  primary.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  for (const pid of workers) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})
