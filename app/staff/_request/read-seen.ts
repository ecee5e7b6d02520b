/** A number that the database gave; 0, which it never gives, for what is none. */
export function readId(text: unknown): number {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : 0
}

/** Which version of which rule a form is about. */
export function readSeen({ id, version }: Record<string, string>): { id: number; version: number } {
  return { id: readId(id), version: readId(version) }
}
