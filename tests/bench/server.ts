import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { nextBin, root, serverScript } from '../../lib/cli/setup.mjs'
import { freePort } from '../postgres'

/** A production server under measurement; `readCpuUs` is all the CPU time it has used so far. */
export type MeasuredServer = { url: string; readCpuUs: () => Promise<number>; stop: () => Promise<void> }

const cpuAnswer = z.object({ cpuUs: z.number() })

/** Serves this project as `npm start` does, with a database of its own. */
export function startShippedServer(database: string): Promise<MeasuredServer> {
  return start([serverScript], root, database)
}

/**
 * Serves a built site with `next start`.
 * @param folder the site's own folder
 * @param database an SQLite file to create, for a site that has one
 */
export function startNextServer(folder: string, database?: string): Promise<MeasuredServer> {
  return start([nextBin, 'start'], folder, database)
}

/**
 * Serves a script that listens on PORT.
 * @param settings environment variables of its own
 */
export function startFile(file: string, folder: string, settings: Record<string, string>): Promise<MeasuredServer> {
  return start([file], folder, undefined, settings)
}

async function start(
  args: string[],
  folder: string,
  database?: string,
  more: Record<string, string> = {},
): Promise<MeasuredServer> {
  const port = await freePort()
  const probe = pathToFileURL(path.join(root, 'tests/bench/cpu-probe.mjs')).href
  // Away from every outside service.
  const settings = {
    UNKNOWN_ADDRESS_PER_MINUTE: '1000000',
    POSTCODES_IO_URL: '',
    MEMBERS_API_URL: '',
    COMMITTEES_API_URL: '',
    LOG_LEVEL: 'warn',
    PORT: String(port),
    NODE_ENV: 'production' as const,
  }
  const child = spawn(process.execPath, ['--import', probe, ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ...settings,
      ...(database && { DATABASE_URL: `file:${database}` }),
      ...more,
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  const url = `http://127.0.0.1:${port}`
  await waitFor(url, child)
  return {
    url,
    readCpuUs: () => readCpuUs(child),
    async stop() {
      const exit = once(child, 'exit')
      child.kill()
      await exit
    },
  }
}

function readCpuUs(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    function listen(message: unknown) {
      const answer = cpuAnswer.safeParse(message)
      if (!answer.success) return
      child.off('message', listen)
      resolve(answer.data.cpuUs)
    }
    child.on('message', listen)
    child.send('cpu')
  })
}

async function waitFor(url: string, child: ChildProcess) {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`)
    if ((await fetch(url, { headers: { connection: 'close' } }).catch(() => null))?.ok) return
    await setTimeout(100)
  }
  throw new Error(`${url} does not answer`)
}
