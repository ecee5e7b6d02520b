import { spawn } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { seatFacts } from '../../fixtures/seat-facts'
import { sqlite } from '../databases'
import { seeded, startApi } from '../seeded-directory'

/** Runs `npm run members:sync` without npm; `onStderr` may kill it. */
async function run(
  env: Record<string, string>,
  onStderr: (text: string, kill: (signal: NodeJS.Signals) => void) => void = () => {},
) {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/cli/members-sync.ts'], {
    cwd: path.resolve(import.meta.dirname, '../../..'),
    env: { ...process.env, ...env },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text: Buffer) => (stdout += text))
  child.stderr.on('data', (text: Buffer) => {
    stderr += text
    onStderr(stderr, (signal) => child.kill(signal))
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { code, stdout, stderr }
}

const changed = seatFacts()
for (const { member, nation } of changed.seats) if (member && nation === 'Wales') member.party = 'Changed'

async function seededSqlite() {
  return seeded(sqlite.create)
}

test('says what it changed, and the second time that nothing did', async () => {
  const { url } = await seededSqlite()
  const env = { DATABASE_URL: url, MEMBERS_API_URL: (await startApi({ directory: changed })).url }
  const first = await run(env)
  expect(first.code).toBe(0)
  expect(first.stdout).toContain('Ynys Môn: party Plaid Cymru -> Changed\n')
  expect(first.stdout).toContain('Written: 650 Members, 32 changes.\n')
  expect(first.stderr).toContain('Contacts: 650 of 650')
  const second = await run(env)
  expect(second.code).toBe(0)
  expect(second.stdout).toMatch(/^Nothing has changed: 650 Members\.\nKept: the government posts; /)
})

test.each<NodeJS.Signals>(['SIGINT', 'SIGKILL'])(
  'stopped by %s while it fetches, leaves the directory as it was',
  async (signal) => {
    const { url, db, store } = await seededSqlite()
    const before = await store.readDirectory()
    const api = await startApi({ directory: changed, delayMs: 20 })
    const env = { DATABASE_URL: url, MEMBERS_API_URL: api.url }
    const { code } = await run(env, (text, kill) => text.includes('Contacts') && kill(signal))
    expect(code).toBe(signal === 'SIGINT' ? 130 : null)
    expect(await store.readDirectory()).toEqual(before)
    expect(await db.directorySync.count()).toBe(1)
  },
)

test('ends with 1 when Parliament is not there or not wanted', async () => {
  const { url } = await seededSqlite()
  const api = await startApi({ fault: () => ({ status: 404 }) })
  expect(await run({ DATABASE_URL: url, MEMBERS_API_URL: api.url })).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('status 404'),
  })
  expect(await run({ DATABASE_URL: url, MEMBERS_API_URL: '' })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is empty'),
  })
})
