import type { WallSupporter } from '../../supporters/model/supporter'

/** Somebody in Parliament, by its id, as the directory or Parliament knows them now; a peer has no seat. */
export type FoundMember = { memberId: number; name: string; party: string; seat: WallSupporter['seat'] }

/** Somebody in Parliament in one line: name, party, seat. */
export function describeMember({ name, party, seat }: FoundMember): string {
  return [name, party, seat?.name].filter(Boolean).join(', ')
}
