import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolutionMs = 10
const windowMs = 100

/**
 * Watches how late this process is with everything: whatever a request needs waits that long at least.
 * @returns {() => number} the mean delay of the event loop over the last tenth of a second, in milliseconds
 */
export function watchEventLoop() {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs })
  histogram.enable()
  let delayMs = 0
  setInterval(() => {
    // Nothing at all was measured: the loop stood still.
    delayMs = histogram.count > 0 ? Math.max(0, histogram.mean / 1e6 - resolutionMs) : windowMs
    histogram.reset()
  }, windowMs).unref()
  return () => delayMs
}
