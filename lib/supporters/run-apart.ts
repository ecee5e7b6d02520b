import { spawn } from 'node:child_process'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'

/** What the script wrote; or that it was killed for its time, or died of what it was given. */
export type ApartAnswer = { output: Buffer } | { failure: 'too-slow' | 'crashed' }

/**
 * Runs a script on somebody’s file in a separate process without our environment variables, so that a malicious file
 * costs only that process its time and memory.
 * @param script within lib/supporters
 * @param limits `maxHeapMb`: of what JavaScript holds there
 * @throws when the script could not run, which isn’t the file’s fault: a missing package, for example
 */
export async function runApart(
  script: string,
  bytes: Uint8Array,
  { args = [], timeLimitMs, maxHeapMb }: { args?: readonly string[]; timeLimitMs: number; maxHeapMb: number },
): Promise<ApartAnswer> {
  const file = path.join(process.cwd(), 'lib/supporters', script)
  const child = spawn(process.execPath, [`--max-old-space-size=${maxHeapMb}`, file, ...args], {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: timeLimitMs,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  child.stdin.on('error', () => {}) // it may exit before reading everything
  child.stdin.end(bytes)
  const [output, { code, signal }] = await Promise.all([buffer(child.stdout), ended])
  if (signal === 'SIGKILL') return { failure: 'too-slow' }
  // The script handles whatever a file does to it.
  if (code !== null && code !== 0) throw new Error(`${script} exited with code ${code}.`)
  return code === null ? { failure: 'crashed' } : { output }
}
