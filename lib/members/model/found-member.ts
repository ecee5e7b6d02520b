import type { Seat } from './seat'

/** A person in Parliament, by Parliament's id, with their current details; peers have no seat. */
export type FoundMember = {
  memberId: number
  name: string
  party: string
  seat: Pick<Seat, 'slug' | 'name' | 'nation'> | null
}

/** A person in Parliament on one line: name, party, seat. */
export function describeMember({ name, party, seat }: FoundMember): string {
  return [name, party, seat?.name].filter(Boolean).join(', ')
}
