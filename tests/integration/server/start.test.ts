import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../postgres'

const fixture = (name: string) => path.resolve('tests/fixtures', name)
const asNpm = { ...process.env, npm_lifecycle_script: 'node lib/cli/start.mjs' }
// Plays npm’s part in `npm start`: waits for its child, and prints the child’s pid.
const parentScript = `const { pid } = require('child_process').spawn(process.execPath, process.argv.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] })
  .on('exit', (code) => process.exit(code)); console.log(pid)`

async function poll<Value>(look: () => Promise<Value>, isIt: (value: Value) => boolean): Promise<Value> {
  for (;;) {
    const value = await look()
    if (isIt(value)) return value
    await setTimeout(10)
  }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Starts a parent, which starts a starter, which starts the small server; kills whatever is left after the test. */
async function start(env: NodeJS.ProcessEnv) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const ask = (where: string) =>
    fetch(`${url}${where}`).then(
      (answer) => answer.text(),
      () => null,
    )
  const parent: ChildProcess = spawn(
    process.execPath,
    ['-e', parentScript, fixture('starter.mjs'), 'serve', fixture('small-server.mjs'), String(port)],
    {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true, // as with setsid: no terminal
    },
  )
  const ended = once(parent, 'exit')
  const starter = Number(String((await once(parent.stdout ?? parent, 'data'))[0]))
  const server = Number(
    await poll(
      () => ask('/pid'),
      (answer) => answer !== null,
    ),
  )
  onTestFinished(() => {
    for (const pid of [parent.pid ?? 0, starter, server]) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  })
  const isGone = () =>
    poll(
      async () => isAlive(server) || isAlive(starter),
      (isSo) => !isSo,
    )
  return { parent, starter, server, ended, ask, isGone, url }
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s is passed on, even twice, and the server’s exit code is returned',
  async (signal) => {
    const { starter, ended, ask, url } = await start(asNpm)
    const slow = request(`${url}/slow`, { method: 'POST' })
    slow.write('the first half') // the rest follows the second signal, so the server is still up for it
    const answer = once(slow, 'response')
    await ask('/pid') // so the first signal has arrived
    process.kill(starter, signal)
    process.kill(starter, signal)
    slow.end()
    const [response] = (await answer) as [IncomingMessage]
    expect(await text(response)).toBe('answered')
    expect(await ended).toEqual([0, null])
  },
)

test('when the starter is killed, the server stops', async () => {
  const { starter, ask, isGone } = await start(asNpm)
  const answer = ask('/slow')
  await ask('/pid')
  process.kill(starter, 'SIGKILL')
  expect(await answer).toBe('answered')
  await isGone()
})

test('when npm is killed, the starter and the server stop', async () => {
  const { parent, isGone } = await start(asNpm)
  parent.kill('SIGKILL')
  await isGone()
})

test('the server carries on when the shell that started it ends', async () => {
  const { parent, starter, ask, server } = await start({ ...process.env, npm_lifecycle_script: '' })
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  await setTimeout(600) // nothing shows that it carries on; one that watches its parent would have stopped by now
  expect(await ask('/pid')).toBe(String(server))
  process.kill(starter, 'SIGTERM')
})

test('a signal also stops a step that runs before the server', async () => {
  const step = 'console.log(process.pid); setInterval(() => {}, 1000)'
  const starter = spawn(process.execPath, [fixture('starter.mjs'), 'step', '-e', step], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [pid] = await once(starter.stdout, 'data')
  const ended = once(starter, 'exit')
  starter.kill('SIGTERM')
  expect(await ended).toEqual([143, null])
  expect(isAlive(Number(String(pid)))).toBe(false)
})
