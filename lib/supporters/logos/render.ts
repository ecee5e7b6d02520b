import { spawn } from 'node:child_process'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import pLimit from 'p-limit'
import { z } from 'zod'
import { type LogoFailure, logoFailures, type LogoFileType } from '../model/logo-file'

const timeLimitMs = 10_000
const inTurn = pLimit(1) // rendering is memory-hungry: one at a time

const header = z.union([
  z.object({ width: z.number(), height: z.number() }),
  z.object({ reason: z.enum(logoFailures) }),
])

/** A rendered logo as WebP, sizes in pixels; or why it failed. */
export type RenderedLogo = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number } | { reason: LogoFailure }

/**
 * Re-renders a picture at the wall's size, at most 480 by 240 pixels, without any metadata. Runs in a separate
 * process without our environment variables, killed after ten seconds.
 * @param type detected from the bytes, see `detectLogoFile`
 */
export function renderLogo(bytes: Uint8Array, type: LogoFileType): Promise<RenderedLogo> {
  return inTurn(() => runRenderer(bytes, type))
}

async function runRenderer(bytes: Uint8Array, type: LogoFileType): Promise<RenderedLogo> {
  const script = path.join(process.cwd(), 'lib/supporters/logos/render-process.mjs')
  const child = spawn(process.execPath, [script, type], {
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
  if (signal === 'SIGKILL') return { reason: 'too-slow' }
  // The process handles whatever a file does to it, so this isn't the file's fault: a missing package, for
  // example.
  if (code !== null && code !== 0) throw new Error(`The logo renderer exited with code ${code}.`)
  const end = output.indexOf('\n')
  if (end < 0) return { reason: 'broken' } // the file crashed the process
  const answer = header.parse(JSON.parse(output.toString('utf8', 0, end)))
  return 'reason' in answer ? answer : { ...answer, bytes: new Uint8Array(output.subarray(end + 1)) }
}
