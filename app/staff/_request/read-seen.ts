/** Parses a database id; 0, which is never an id, if it is invalid. */
export function readId(text: unknown): number {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : 0
}

/** The message rule that a form is about, and the version it was rendered from. */
export function readSeen({ id, version }: Record<string, string>): { id: number; version: number } {
  return { id: readId(id), version: readId(version) }
}
