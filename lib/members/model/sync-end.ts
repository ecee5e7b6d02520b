/**
 * The result of a sync for display: a one-sentence summary, and its changes line by line. `canAgree`: it stopped because
 * it would change unlikely much, and staff can have it done all the same.
 */
export type SyncEnd = { outcome: 'done' | 'refused'; message: string; details: string[]; canAgree?: boolean }
