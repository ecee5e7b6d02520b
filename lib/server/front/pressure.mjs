import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolutionMs = 10
const windowMs = 100
// The weight of the newest window. A single pause, for garbage collection or another program, soon passes and is no
// reason to turn anyone away; half a second of them is.
const weight = 0.25
const maxLatestMs = 400

/**
 * Watches how late the event loop is: each step of a request waits at least that long.
 * @returns {() => number} the event loop's mean delay over roughly the last half second, weighted towards the latest,
 * in milliseconds
 */
export function watchEventLoop() {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs })
  histogram.enable()
  let delayMs = 0
  setInterval(() => {
    // Nothing was measured, so the loop was blocked the whole time.
    const latestMs =
      histogram.count > 0 ? Math.min(maxLatestMs, Math.max(0, histogram.mean / 1e6 - resolutionMs)) : windowMs
    delayMs += weight * (latestMs - delayMs)
    histogram.reset()
  }, windowMs).unref()
  return () => delayMs
}
