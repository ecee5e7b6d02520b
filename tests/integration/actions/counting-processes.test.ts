import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { typescript } from '@/lib/cli/setup.mjs'
import { connect } from '@/lib/shared/database/client'
import { migrate } from '@/lib/shared/database/migrate'
import { expectExactJournal } from './expect-exact-journal'
import { onEachDatabase, sqlite, testOnce } from '../databases'

/** Records in a separate process; `stop` sends it a signal after a number of acknowledgements. */
async function record(url: string, args: string[], stop?: { signal: NodeJS.Signals; after: number }) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'acknowledged-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'keys')
  await writeFile(file, '')
  const child = spawn(process.execPath, typescript('tests/integration/actions/record-forever.ts', file, ...args), {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent' },
    stdio: 'inherit',
  })
  const closed = once(child, 'close')
  const watch = async ({ signal, after }: { signal: NodeJS.Signals; after: number }) => {
    while ((await stat(file)).size < after * 8) await setTimeout(2)
    child.kill(signal)
  }
  if (stop) await watch(stop)
  await closed
  return { code: child.exitCode, acknowledged: (await readFile(file, 'utf8')).split('\n').slice(0, -1) }
}

async function open(create: () => Promise<string>) {
  const url = await create()
  await migrate(url)
  const db = await connect(url)
  onTestFinished(() => db.$disconnect())
  const listKeys = async () => new Set((await db.action.findMany({ select: { key: true } })).map(({ key }) => key))
  return { url, db, listKeys }
}

onEachDatabase('processes that count', ({ name, create }) => {
  test('killed 20 times while recording, lose nothing that was acknowledged', async () => {
    const { url, db, listKeys } = await open(create)
    const rounds = name === 'SQLite' ? 20 : 3
    let acknowledged: string[] = []
    // Two at a time: most of the time goes on starting processes.
    for (let round = 0; round < rounds; round += 2) {
      const pair = [round, round + 1].map((own) =>
        record(url, [`r${own}-`], { signal: 'SIGKILL', after: 50 + own * 40 }),
      )
      for (const ended of await Promise.all(pair)) {
        expect(ended.code).toBeNull()
        acknowledged = [...acknowledged, ...ended.acknowledged]
      }
      await expectExactJournal(db)
    }
    const kept = await listKeys()
    expect(acknowledged.length).toBeGreaterThan(rounds * 50)
    expect(acknowledged.filter((key) => !kept.has(key))).toEqual([])
  }, 120_000)

  test('two at once, with shared and distinct keys, keep the counts exact', async () => {
    const { url, db, listKeys } = await open(create)
    const same = ['same-', '700', '1500']
    await Promise.all([record(url, same), record(url, same), record(url, ['other-', '400', '400'])])
    expect((await listKeys()).size).toBe(1100)
    await expectExactJournal(db)
  })

  test('on SIGTERM, commit what they have received', async () => {
    const { url, db, listKeys } = await open(create)
    const { code, acknowledged } = await record(url, ['t-'], { signal: 'SIGTERM', after: 200 })
    expect(code).toBe(0)
    const kept = await listKeys()
    expect(acknowledged.filter((key) => !kept.has(key))).toEqual([])
    expect(kept.size).toBe(acknowledged.length)
    await expectExactJournal(db)
  })
})

testOnce('counts:rebuild reports and repairs, and ends well', async () => {
  const { url, db } = await open(sqlite.create)
  await db.total.create({ data: { seatCode: 'E14001063', channel: 'x', kind: 'opened', count: 3 } })
  const run = async () => {
    const child = spawn(process.execPath, typescript('lib/cli/counts-rebuild.ts'), {
      env: { ...process.env, DATABASE_URL: url },
    })
    let output = ''
    child.stdout.on('data', (text: Buffer) => (output += text))
    await once(child, 'close')
    return { code: child.exitCode, output }
  }
  expect(await run()).toEqual({
    code: 0,
    output: expect.stringMatching(/, x, opened, all days: 3 -> 0\nRepaired: 1\.\n$/),
  })
  expect(await run()).toEqual({ code: 0, output: 'The journal agrees with the actions.\n' })
})
