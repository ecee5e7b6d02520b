/** How far a long task is, for a bar and for words. */
export type TaskProgress = { label: string; done: number; total: number }

/** One line of what a long task tells while it runs (NDJSON); the last one has its end. */
export type TaskLine<End> = { progress: TaskProgress } | { end: End }
