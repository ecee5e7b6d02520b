const details: Record<string, string> = {
  name: 'name',
  party: 'party',
  email: 'email',
  x: 'X handle',
  bluesky: 'Bluesky handle',
}

/** Describes a change to a seat, without the seat's name: "party Labour -> Independent". */
export function formatDirectoryChange({
  field,
  before,
  after,
}: {
  field: string
  before: string | null
  after: string | null
}): string {
  if (field !== 'member') return `${details[field] ?? field} ${before ?? 'none'} -> ${after ?? 'none'}`
  if (after === null) return `vacant, was ${before ?? 'unknown'}`
  return `new MP ${after}, ${before === null ? 'was vacant' : `was ${before}`}`
}
