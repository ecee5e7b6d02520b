// Which page is made next. What a visitor waits for goes before what is only to be made newer, and of
// the latter there is one at a time.

/**
 * @template T
 * @typedef {{ promise: Promise<T>, start: () => Promise<void>, isStarted: boolean, isAwaited: boolean }} Job
 */

/**
 * @template T
 * @param {(path: string) => Promise<T>} make never fails
 * @param {{ mostAtOnce: number }} options of those that somebody waits for: they wait for the database in between
 */
export function createRenderQueue(make, { mostAtOnce }) {
  /** @type {Map<string, Job<T>>} */
  const jobs = new Map()
  /** @type {Job<T>[]} */
  const awaited = []
  /** @type {Job<T>[]} */
  const aged = []
  let running = 0
  let averageMs = 20

  const startNext = () => {
    while (running < mostAtOnce && awaited.length > 0) begin(awaited.shift())
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
    /** How long it would take about until another one that somebody waits for is made. */
    get waitMs() {
      return (awaited.length / mostAtOnce + 1) * averageMs
    },
    /** @param {string} path */
    isMaking: (path) => jobs.has(path),
    /**
     * Makes a page for somebody who waits for it; all who ask meanwhile get the same.
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
     * Makes a page newer when there is nothing else to do.
     * @param {string} path
     */
    makeLater(path) {
      if (jobs.has(path)) return
      aged.push(add(path))
      startNext()
    },
  }
}
