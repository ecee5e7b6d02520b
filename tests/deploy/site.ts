import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { root } from '../../lib/cli/setup.mjs'

export type Site = { child: ChildProcess; stop: (signal?: NodeJS.Signals) => Promise<void> }

/** Serves the site by the program that the service runs, and waits until it is ready. */
export async function startSite(port: number, settings: Record<string, string>): Promise<Site> {
  const env = {
    ...process.env,
    MEMBERS_API_URL: '',
    COMMITTEES_API_URL: '',
    POSTCODES_IO_URL: '',
    LOG_LEVEL: 'warn',
    TRUSTED_PROXY: 'x-real-ip',
    ...settings,
    PORT: String(port),
  }
  const child = spawn(process.execPath, ['lib/cli/start.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
    detached: true,
  })
  const end = () => child.exitCode === null && child.pid !== undefined && process.kill(-child.pid, 'SIGKILL')
  process.on('exit', end) // nothing is left behind, however this ends
  child.on('exit', () => process.off('exit', end))
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2000)))
  for (let tries = 0; ; tries++) {
    if (child.exitCode !== null) throw new Error(`The site ended with ${child.exitCode}: ${said}`)
    if (tries > 1200) throw new Error(`The site on port ${port} does not answer`)
    if ((await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null))?.ok) break
    await setTimeout(100)
  }
  return {
    child,
    // As systemd does: SIGTERM goes to the first process, SIGKILL to all that are left.
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
      const exit = once(child, 'exit')
      process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal)
      await exit
    },
  }
}
