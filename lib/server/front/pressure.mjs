import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolutionMs = 10
const windowMs = 100
// How much the newest window counts. A single pause, for garbage collection or another program, is soon made up for
// and no reason to turn anyone away; half a second of them is.
const weight = 0.25
const maxLatestMs = 400

/**
 * Watches how late the event loop is: everything a request needs waits at least that long.
 * @returns {() => number} the mean delay of the event loop over roughly the last half second, weighted towards the latest, in milliseconds
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
