import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { countWorkers } from '@/lib/server/workers.mjs'
import { freePort } from '../../postgres'

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function until<Value>(look: () => Value | Promise<Value>, isIt: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await look()
    if (isIt(value)) return value
    await setTimeout(5)
  }
}

/** Starts a primary with two small servers; whatever is left of them is killed after the test. */
async function supervise(options: { isFaulty?: boolean; isDetached?: boolean; env?: Record<string, string> } = {}) {
  const port = await freePort()
  const faultFile = path.join(mkdtempSync(path.join(os.tmpdir(), 'stable futures workers ')), 'fault')
  const setFaulty = (isFaulty: boolean) => (isFaulty ? writeFileSync(faultFile, '') : rmSync(faultFile))
  if (options.isFaulty) setFaulty(true)
  const primary = spawn(process.execPath, [path.resolve('tests/fixtures/supervised.mjs'), String(port)], {
    env: { ...process.env, FAULT_FILE: faultFile, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: options.isDetached, // its own process group
  })
  let said = ''
  for (const stream of [primary.stdout, primary.stderr])
    stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(primary, 'exit')
  const listWorkers = () => [...said.matchAll(/Serving: (\d+)/g)].map(([, pid]) => Number(pid)).filter(isAlive)
  onTestFinished(() => {
    for (const pid of [...listWorkers(), primary.pid ?? NaN]) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  })
  // A new connection each time.
  const ask = (where: string) =>
    fetch(`http://127.0.0.1:${port}${where}`, { headers: { connection: 'close' } }).then(
      (answer) => answer.text(),
      () => null,
    )
  const findTwo = () => until(listWorkers, (pids) => pids.length === 2)
  return { primary, ended, ask, findTwo, setFaulty, said: () => said }
}

test('the number of workers is WORKERS or the number of cores; an invalid value is left to the settings check', () => {
  expect([undefined, '', '1', '3', 'auto', 'many', '-1', '1.5'].map(countWorkers)).toEqual([
    1,
    1,
    1,
    3,
    os.availableParallelism(),
    1,
    1,
    1,
  ])
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  'on %s, even twice and to the whole group, both workers finish the requests in progress',
  async (signal) => {
    const { primary, ended, ask, findTwo } = await supervise({ isDetached: true })
    const pids = await findTwo()
    const answers = Array.from({ length: 20 }, () => ask('/slow'))
    for (let trip = 0; trip < 4; trip++) await ask('/pid') // so the signals before have arrived
    process.kill(-(primary.pid ?? NaN), signal)
    process.kill(-(primary.pid ?? NaN), signal)
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['answered']))
    expect(await ended).toEqual([0, null])
    expect(pids.filter(isAlive)).toEqual([])
  },
)

test('workers finish their requests and stop when the primary is killed, or its parent ends', async () => {
  const told = await supervise()
  await told.findTwo()
  told.primary.disconnect()
  expect(await told.ended).toEqual([0, null])

  const killed = await supervise()
  const pids = await killed.findTwo()
  const answers = Array.from({ length: 4 }, () => killed.ask('/slow'))
  for (let trip = 0; trip < 4; trip++) await killed.ask('/pid')
  killed.primary.kill('SIGKILL')
  expect(await Promise.all(answers)).toEqual(['answered', 'answered', 'answered', 'answered'])
  await until(
    () => pids.filter(isAlive),
    (alive) => alive.length === 0,
  )
})

test('a killed worker is replaced while the other serves, and a worker that doesn’t stop is killed', async () => {
  const { primary, ended, ask, findTwo, said } = await supervise({ env: { STOP_WITHIN_MS: '200' } })
  const [first = NaN, second = NaN] = await findTwo()
  process.kill(first, 'SIGKILL')
  await until(said, (text) => text.includes('starting another now'))
  expect(Number(await ask('/pid'))).toBe(second)
  const pids = await findTwo()
  expect(pids).toContain(second)
  expect(pids).not.toContain(first)
  expect(said()).toContain('A worker ended with SIGKILL; 1 still running, starting another now')
  process.kill(second, 'SIGSTOP') // ignores the signal
  primary.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  await until(
    () => isAlive(second),
    (isSo) => !isSo,
  )
  expect(await ask('/pid')).toBeNull()
})

test('if the first worker can’t start, nothing does, and its exit code is passed on', async () => {
  const { ended, said } = await supervise({ isFaulty: true })
  expect(await ended).toEqual([7, null])
  expect(said().trim()).toBe('The first worker ended with code 7 before it could serve, so nothing was started')
})

test('workers that can’t restart are retried while another serves; if none does, the primary gives up', async () => {
  const { ended, findTwo, setFaulty, said } = await supervise()
  const [first = NaN, second = NaN] = await findTwo()
  setFaulty(true)
  process.kill(first, 'SIGKILL')
  await until(said, (text) => text.split('ended with code 7').length > 6) // more attempts than it would give up after
  expect(isAlive(second)).toBe(true)
  setFaulty(false)
  const [, third = NaN] = (await findTwo()).sort((a, b) => Number(b === second) - Number(a === second))
  setFaulty(true)
  for (const pid of [second, third]) process.kill(pid, 'SIGKILL')
  expect(await ended).toEqual([7, null])
  expect(said()).toContain('Giving up: no worker stays alive (the last ended with code 7)')
})
