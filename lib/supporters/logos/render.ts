import pLimit from 'p-limit'
import { z } from 'zod'
import { type LogoFailure, logoFailures, type LogoFileType } from '../model/logo-file'
import { runApart } from '../run-apart'

const timeLimitMs = 10_000
const maxHeapMb = 256 // pictures are held outside it
const inTurn = pLimit(1) // rendering is memory-hungry: one at a time

const header = z.union([
  z.object({ width: z.number(), height: z.number(), isOnDark: z.boolean() }),
  z.object({ reason: z.enum(logoFailures) }),
])

/**
 * A rendered logo as WebP, sizes in pixels; or why it failed. `isOnDark`: it is too light for the wall’s white, so it has
 * a dark ground now.
 */
export type RenderedLogo =
  { bytes: Uint8Array<ArrayBuffer>; width: number; height: number; isOnDark: boolean } | { reason: LogoFailure }

/**
 * Re-renders a picture at the wall's size, at most 480 by 240 pixels, without any metadata. Runs in a separate
 * process without our environment variables, killed after ten seconds.
 * @param type detected from the bytes, see `detectLogoFile`
 */
export function renderLogo(bytes: Uint8Array, type: LogoFileType): Promise<RenderedLogo> {
  return inTurn(() => runRenderer(bytes, type))
}

async function runRenderer(bytes: Uint8Array, type: LogoFileType): Promise<RenderedLogo> {
  const ran = await runApart('logos/render-process.mjs', bytes, { args: [type], timeLimitMs, maxHeapMb })
  if ('failure' in ran) return { reason: ran.failure === 'too-slow' ? 'too-slow' : 'broken' }
  const end = ran.output.indexOf('\n')
  const answer = header.parse(JSON.parse(ran.output.toString('utf8', 0, end)))
  return 'reason' in answer ? answer : { ...answer, bytes: new Uint8Array(ran.output.subarray(end + 1)) }
}
