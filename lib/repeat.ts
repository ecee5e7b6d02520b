import 'server-only'
import { log } from './log'

/**
 * Does something again and again as long as the process runs, each time `everyMs` after the last has ended.
 * A failure is logged, and does not end it. Begin it outside of any request, which its timers would keep.
 * @param run may be asynchronous, and may fail
 * @param fault what the log says of a failure
 * @param firstAfterMs when to begin
 */
export function repeat(everyMs: number, run: () => unknown, fault: string, firstAfterMs = everyMs): void {
  const next = async () => {
    try {
      await run()
    } catch (error) {
      log.error({ err: error }, fault)
    }
    setTimeout(next, everyMs).unref()
  }
  setTimeout(next, firstAfterMs).unref()
}
