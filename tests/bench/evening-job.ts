import { spawn } from 'node:child_process'
import { root, typescript } from '../../lib/cli/setup.mjs'

/** What visitors do and how fast they come; without `inFlight` they come when they are due. */
export type Job = {
  url: string
  slugs: string[]
  perSecond: number
  seconds: number
  /** So many visitors at a time, each as soon as the one before has left, `perSecond * seconds` in all. */
  inFlight?: number
  hasTokens: boolean
  steps: string[]
  lookup: { headers: Record<string, string>; body: string }
}

/** One kind of request: how long from when it was due, and how often which answer came. */
export type Tally = { sent: number; perSecond: number; p50Ms: number; p99Ms: number; answers: Record<string, number> }

/** Sends visitors from a process of their own. */
export function sendVisitors(job: Job): Promise<Record<string, Tally>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, typescript('tests/bench/evening-load.ts', JSON.stringify(job)), {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    child.on('exit', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`the visitors ended with ${code}`)),
    )
  })
}

/** The share of requests that were answered with this status, 0 to 1. */
export function shareOf(tally: Tally | undefined, status: number): number {
  if (!tally) return NaN
  const found = Object.entries(tally.answers).filter(([name]) => name.startsWith(String(status)))
  return found.reduce((sum, [, count]) => sum + count, 0) / tally.sent
}
