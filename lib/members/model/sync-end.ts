/** What a sync came to, for people: one sentence, and what it changed, line by line. */
export type SyncEnd = { outcome: 'done' | 'refused'; message: string; details: string[] }
