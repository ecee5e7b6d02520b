import { composeNameKey } from './name-key'

/** A supporter who may be the same as another, and why: Parliament's id, or the name apart from case, accents and punctuation. */
export type Duplicate = { id: number; kind: string; name: string; status: string; why: 'member' | 'name' }

/**
 * The supporters who may be the same as a candidate, of every kind and status, since an MP may have become a peer.
 * @param candidate with `id` when it is one of the list itself
 */
export function pickDuplicates(
  supporters: readonly (Omit<Duplicate, 'why'> & { memberId: number | null })[],
  candidate: { id?: number | undefined; name: string; memberId: number | null },
): Duplicate[] {
  const key = composeNameKey(candidate.name)
  return supporters.flatMap(({ id, kind, name, status, memberId }) => {
    const isMember = memberId !== null && memberId === candidate.memberId
    const isName = key !== '' && composeNameKey(name) === key
    return id !== candidate.id && (isMember || isName)
      ? [{ id, kind, name, status, why: isMember ? ('member' as const) : ('name' as const) }]
      : []
  })
}

/** Whether staff may keep both: a member has one entry of each kind, whatever they say. */
export function mayAcceptDuplicates(duplicates: readonly Duplicate[], kind: string): boolean {
  return !duplicates.some((each) => each.why === 'member' && each.kind === kind)
}
