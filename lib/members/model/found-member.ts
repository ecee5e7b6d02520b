import type { Seat } from './seat'

/** Somebody in Parliament, by its id, as the directory or Parliament knows them now; a peer has no seat. */
export type FoundMember = {
  memberId: number
  name: string
  party: string
  seat: Pick<Seat, 'slug' | 'name' | 'nation'> | null
}

/** Somebody in Parliament in one line: name, party, seat. */
export function describeMember({ name, party, seat }: FoundMember): string {
  return [name, party, seat?.name].filter(Boolean).join(', ')
}
