import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'
import { typescript } from '@/lib/cli/setup.mjs'
import { connect } from '@/lib/shared/database/client'
import { onEachDatabase, testOnce } from '../databases'

/** Runs `npm run messages:check` without npm. */
function run(env: Record<string, string>, ...args: string[]) {
  const { status, stdout } = spawnSync(process.execPath, typescript('lib/cli/messages-check.ts', ...args), {
    cwd: path.resolve(import.meta.dirname, '../../..'),
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return { status, stdout }
}

onEachDatabase('messages:check', ({ create }) => {
  test('reports how many constituencies each rule serves, and fails on each message that can’t be sent', async () => {
    const DATABASE_URL = await create()
    const good = run({ DATABASE_URL })
    expect(good.stdout).toContain('   13  Supporter\n')
    expect(good.stdout).toMatch(/650 seats, each with one message that can be sent\.\n$/)
    expect(good.status).toBe(0)

    const db = await connect(DATABASE_URL)
    await db.messageRule.updateMany({ where: { isSpeaker: true }, data: { postText: `{mp_name} ${'x'.repeat(300)}` } })
    await db.$disconnect()
    const bad = run({ DATABASE_URL })
    expect(bad.stdout).toMatch(
      /\nChorley: the post is 318 long on X, of 280\nChorley: the post is 318 long on Bluesky, of 300\n2 problems in 650 seats\.\n$/,
    )
    expect(bad.status).toBe(1)
  })
})

testOnce('--seed asks no database', () => {
  expect(run({ DATABASE_URL: 'file:./no-such-folder/nothing.db' }, '--seed').status).toBe(0)
})
