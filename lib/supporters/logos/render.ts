import { spawn } from 'node:child_process'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import pLimit from 'p-limit'
import { z } from 'zod'
import { type LogoFailure, logoFailures, type LogoFileType } from '../model/logo-file'

const timeLimitMs = 10_000
const inTurn = pLimit(1) // pictures take memory: one after the other

const header = z.union([
  z.object({ width: z.number(), height: z.number() }),
  z.object({ reason: z.enum(logoFailures) }),
])

/** A picture ready to be kept, as WebP, sizes in pixels; or why there is none. */
export type RenderedLogo = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number } | { reason: LogoFailure }

/**
 * Draws a picture again at the size of the wall, at most 480 by 240 pixels, without anything that came
 * along in its file. Happens in a process of its own without settings, ended after ten seconds.
 * @param type by the bytes, see `detectLogoFile`
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
  child.stdin.on('error', () => {}) // it may end before it has read all
  child.stdin.end(bytes)
  const [output, { code, signal }] = await Promise.all([buffer(child.stdout), ended])
  if (signal === 'SIGKILL') return { reason: 'too-slow' }
  // It catches what a file does to it, so this is no file's fault, such as a package that is not installed.
  if (code !== null && code !== 0) throw new Error(`The process that draws logos ended with ${code}.`)
  const end = output.indexOf('\n')
  if (end < 0) return { reason: 'broken' } // the process has fallen over the file
  const answer = header.parse(JSON.parse(output.toString('utf8', 0, end)))
  return 'reason' in answer ? answer : { ...answer, bytes: new Uint8Array(output.subarray(end + 1)) }
}
