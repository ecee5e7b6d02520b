/** Who makes a change: a member of staff, or null for the command line. */
export type Actor = { id: string } | null

/** Who makes a change, and when; if it undoes others, which entries of the log, by what each is about (`entityId`). */
export type Change = { actor: Actor; now: Date; undoing?: ReadonlyMap<string, number> | undefined }
