import { spawn } from 'node:child_process'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { portraitSizes } from '../model/portrait'

const timeLimitMs = 10_000

/** A portrait as WebP in both sizes. */
export type DrawnPortrait = { small: Uint8Array<ArrayBuffer>; large: Uint8Array<ArrayBuffer> }

/**
 * Draws a picture (PNG, JPEG or WebP) in both sizes, without its metadata, in a separate process without our environment
 * variables, killed after ten seconds.
 * @param bytes not trusted
 * @returns null for anything that isn't such a picture
 * @throws when the process itself can't run: a missing package, for example
 */
export async function drawPortrait(bytes: Uint8Array): Promise<DrawnPortrait | null> {
  const script = path.join(process.cwd(), 'lib/members/portraits/draw-process.mjs')
  const child = spawn(process.execPath, [script, JSON.stringify([portraitSizes.small, portraitSizes.large])], {
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: timeLimitMs,
    killSignal: 'SIGKILL',
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  child.stdin.on('error', () => {}) // it may exit before reading everything
  child.stdin.end(bytes)
  const [output, code] = await Promise.all([buffer(child.stdout), ended])
  if (code !== null && code !== 0) throw new Error(`The portrait renderer exited with code ${code}.`)
  const end = output.indexOf('\n')
  if (end < 0) return null
  const [small, large] = z.tuple([z.number(), z.number()]).parse(JSON.parse(output.toString('utf8', 0, end)))
  const at = end + 1
  return {
    small: new Uint8Array(output.subarray(at, at + small)),
    large: new Uint8Array(output.subarray(at + small, at + small + large)),
  }
}
