/** The progress of a long task. */
export type TaskProgress = { label: string; done: number; total: number }

/** One line of a long task’s NDJSON stream; the last line has its result. */
export type TaskLine<End> = { progress: TaskProgress } | { end: End }
