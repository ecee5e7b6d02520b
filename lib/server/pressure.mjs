import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolutionMs = 10
const windowMs = 100
// Of the newest window. One pause, for a collection of memory or another program, is soon made up for, and no
// reason to send anybody away; half a second of them is.
const weight = 0.25
const maxLatestMs = 400

/**
 * Watches how late this process is with everything: whatever a request needs waits that long at least.
 * @returns {() => number} the mean delay of the event loop over about the last half second, the latest counting most, in milliseconds
 */
export function watchEventLoop() {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs })
  histogram.enable()
  let delayMs = 0
  setInterval(() => {
    // Nothing at all was measured: the loop stood still.
    const latestMs = histogram.count > 0 ? Math.min(maxLatestMs, Math.max(0, histogram.mean / 1e6 - resolutionMs)) : windowMs
    delayMs += weight * (latestMs - delayMs)
    histogram.reset()
  }, windowMs).unref()
  return () => delayMs
}
