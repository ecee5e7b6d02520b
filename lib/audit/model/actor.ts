/** Who makes a change: a member of staff, or null for the command line. */
export type Actor = { id: string } | null

/** Who makes a change, and when. */
export type Change = { actor: Actor; now: Date }
