import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { typescript } from '@/lib/cli/setup.mjs'
import { connect } from '@/lib/shared/database/client'
import { migrate } from '@/lib/shared/database/migrate'
import { onEachDatabase } from '../databases'

function start(url: string) {
  const child = spawn(process.execPath, typescript('tests/integration/shared/charge-shared.ts'), {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return async (line: string) => {
    child.stdin.write(`${line}\n`)
    return (await lines.next()).value
  }
}

onEachDatabase('limits', ({ create }) => {
  test('two processes give one address together what one gives alone, also without a database', async () => {
    const url = await create()
    await migrate(url)
    const db = await connect(url)
    onTestFinished(() => db.$disconnect())
    const minute = Math.floor(Date.parse('2026-11-26T12:00:30Z') / 60_000)
    await db.sharedLimit.createMany({
      data: [
        { key: 'over', count: 9, endsAtMinute: minute },
        { key: 'on', count: 9, endsAtMinute: minute + 1 },
      ],
    })
    const [one, other] = [start(url), start(url)]
    // 60 in a minute. What is little is not shared, so that most visitors leave no row.
    expect(await Promise.all([one('share'), other('share')])).toEqual(['shared', 'shared'])
    expect([await one('5'), await one('share')]).toEqual(['5', 'shared'])
    expect((await db.sharedLimit.findMany()).map(({ key }) => key)).toEqual(['on'])
    expect([await one('30'), await other('20')]).toEqual(['30', '20'])
    for (const each of [one, other, one]) await each('share')
    expect([await one('4'), await one('share'), await other('share'), await other('10'), await one('0')]).toEqual([
      '4',
      'shared',
      'shared',
      '1',
      '0',
    ])
    const rows = await db.sharedLimit.findMany()
    expect(rows.map(({ key, count }) => [key.replace(/^[\w-]{43}/, 'hash'), count])).toEqual(
      expect.arrayContaining([[expect.stringMatching(/^hash\.60\.\d+$/), 59]]),
    )
    // Both still know what they have counted when the database does not answer.
    await db.$executeRawUnsafe('DROP TABLE "SharedLimit"')
    expect([await other('10'), await one('10')]).toEqual(['0', '1'])
  })
})
