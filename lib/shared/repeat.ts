import 'server-only'
import { log } from './log'

/**
 * Repeats something for as long as the process runs, `everyMs` after each time it finishes. A failure is logged and
 * doesn't stop it. Start it outside any request: a timer keeps the request it is created in.
 * @param run may be asynchronous, and may fail
 * @param fault what to log when it fails
 * @param firstAfterMs when to start
 */
export function repeat(everyMs: number, run: () => unknown, fault: string, firstAfterMs = everyMs): void {
  const next = async () => {
    try {
      await run()
    } catch (error) {
      log.error({ err: error }, fault)
    }
    setTimeout(() => void next(), everyMs).unref()
  }
  setTimeout(() => void next(), firstAfterMs).unref()
}
