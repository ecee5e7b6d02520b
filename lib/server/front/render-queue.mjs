// Decides which page to render next. Pages that visitors are waiting for go before pages that are only
// being refreshed, and those are rendered one at a time.

/**
 * @template T
 * @typedef {{ promise: Promise<T>, start: () => Promise<void>, isStarted: boolean, isAwaited: boolean }} Job
 */

/**
 * @template T
 * @param {(path: string) => Promise<T>} make never fails
 * @param {{ maxAtOnce: number }} options how many awaited pages to render at once: more than one, since pages spend
 * part of the time waiting for the database
 */
export function createRenderQueue(make, { maxAtOnce }) {
  /** @type {Map<string, Job<T>>} */
  const jobs = new Map()
  /** @type {Job<T>[]} */
  const awaited = []
  /** @type {Job<T>[]} */
  const aged = []
  let running = 0
  let averageMs = 20

  const startNext = () => {
    while (running < maxAtOnce && awaited.length > 0) begin(awaited.shift())
    while (running === 0 && aged.length > 0) begin(aged.shift())
  }
  const begin = (/** @type {Job<T> | undefined} */ job) => {
    if (!job || job.isStarted) return
    job.isStarted = true
    running++
    void job.start().finally(() => {
      running--
      startNext()
    })
  }
  const add = (/** @type {string} */ path) => {
    /** @type {(made: T) => void} */
    let resolve = () => undefined
    /** @type {Promise<T>} */
    const promise = new Promise((done) => (resolve = done))
    const start = async () => {
      const begunAt = performance.now()
      const made = await make(path)
      averageMs += (performance.now() - begunAt - averageMs) / 20
      jobs.delete(path)
      resolve(made)
    }
    const job = { promise, start, isStarted: false, isAwaited: false }
    jobs.set(path, job)
    return job
  }

  return {
    /** Roughly how long another awaited page would take. */
    get waitMs() {
      return (awaited.length / maxAtOnce + 1) * averageMs
    },
    /** @param {string} path */
    isMaking: (path) => jobs.has(path),
    /**
     * Renders a page that a visitor is waiting for; everyone who asks in the meantime gets the same one.
     * @param {string} path
     */
    makeNow(path) {
      const job = jobs.get(path) ?? add(path)
      if (!job.isStarted && !job.isAwaited) awaited.push(job)
      job.isAwaited = true
      startNext()
      return job.promise
    },
    /**
     * Refreshes a page when there is nothing else to do.
     * @param {string} path
     */
    makeLater(path) {
      if (jobs.has(path)) return
      aged.push(add(path))
      startNext()
    },
  }
}
