/** The result of a sync for display: a one-sentence summary, and its changes line by line. */
export type SyncEnd = { outcome: 'done' | 'refused'; message: string; details: string[] }
