import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root, serverScript, typescript } from '../../lib/cli/setup.mjs'
import { freePort } from '../postgres'

// The public site, five times over: as usual, while Parliament is dissolved, without postcodes.io, for hostile input
// only, and for the staff desk. Each has its own database and log; none can reach anything outside.
const folder = mkdtempSync(path.join(os.tmpdir(), 'stable futures e2e '))
const stops: (() => void)[] = []

/** Starts the servers and passes their URLs to the tests in environment variables. */
export default async function setup() {
  const [postcodesIo, membersApi] = await Promise.all([
    startService('postcodes-io', 'tests/fixtures/postcodes-io-server.ts', '/ping'),
    startService('members-api', 'tests/e2e/members-api.ts', '/control/quick'),
  ])
  process.env.E2E_MEMBERS_API = membersApi
  await Promise.all([
    startSite('MAIN', { POSTCODES_IO_URL: postcodesIo }),
    startSite('DISSOLVED', { POSTCODES_IO_URL: '', PARLIAMENT_DISSOLVED: 'true' }),
    startSite('OFFLINE', { POSTCODES_IO_URL: '', TRUSTED_PROXY: 'x-real-ip' }),
    // A memory leak would exceed this limit and crash the server.
    startSite('FUZZ', {
      POSTCODES_IO_URL: '',
      VISITOR_CPU_PERCENT: '0',
      UNKNOWN_ADDRESS_PER_MINUTE: '1000000',
      NODE_OPTIONS: '--max-old-space-size=320',
    }),
    startSite('STAFF', { POSTCODES_IO_URL: '', MEMBERS_API_URL: membersApi, COMMITTEES_API_URL: membersApi }),
  ])
  process.env.E2E_INVITER = await startService('inviter', 'tests/e2e/inviter.ts', '/ping', {
    DATABASE_URL: `file:${process.env.E2E_STAFF_FOLDER}/site.db`,
    VAR_DIR: `${process.env.E2E_STAFF_FOLDER}`,
    SITE_URL: `${process.env.E2E_STAFF}`,
  })
  return () => {
    for (const stop of stops) stop()
    printFaults()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startService(name: string, file: string, path: string, env: Record<string, string> = {}) {
  const port = await freePort()
  start(name, typescript(file, String(port)), env)
  await waitFor(`http://127.0.0.1:${port}${path}`)
  return `http://127.0.0.1:${port}`
}

async function startSite(name: string, settings: Record<string, string>) {
  const port = await freePort()
  const own = path.join(folder, name)
  mkdirSync(own)
  const env = {
    DATABASE_URL: `file:${own}/site.db`,
    VAR_DIR: own,
    MEMBERS_API_URL: '',
    COMMITTEES_API_URL: '',
    LOG_LEVEL: 'trace',
    PORT: String(port),
    ...countAll,
    ...settings,
  }
  const preparation = preparations[name]
  if (preparation) await prepare(preparation, env)
  const { pid } = start(name, [serverScript], env)
  await waitFor(`http://localhost:${port}/api/health`)
  process.env[`E2E_${name}`] = `http://localhost:${port}`
  process.env[`E2E_${name}_FOLDER`] = own
  process.env[`E2E_${name}_PID`] = String(pid)
}

// All the tests' visitors have the same address.
const countAll = { ACTIONS_PER_PREFIX: '1000000', ACTIONS_PER_UNKNOWN: '1000000' }

/** Data that the sites need and the shipped facts lack: a vacant seat and a full supporter wall. */
const preparations: Partial<Record<string, string>> = {
  MAIN: 'tests/e2e/vacate-seat.ts',
  OFFLINE: 'tests/e2e/crowd-wall.ts',
}

function prepare(file: string, env: Record<string, string>) {
  return new Promise<void>((resolve, reject) => {
    start(path.basename(file), typescript(file), env).on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`preparing the database ended with ${code}`)),
    )
  })
}

/** The errors that the servers have logged: a failure in the browser rarely shows the cause. */
function printFaults() {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.log'))) {
    const faults = readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"level":50'))
    for (const fault of faults) console.error(`${name}: ${fault}`)
  }
}

function start(name: string, args: string[], env: Record<string, string>) {
  const output = createWriteStream(path.join(folder, `${name}.log`))
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  child.stdout.pipe(output)
  child.stderr.pipe(output)
  stops.push(() => child.kill())
  return child
}

async function waitFor(url: string) {
  const deadline = Date.now() + 60_000
  for (;;) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    if (Date.now() > deadline)
      throw new Error(`${url} does not answer: ${answer ? await answer.text() : 'no connection'}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
