import { composeNearKey } from './name-key'

/**
 * A possible duplicate and why: the same Parliament id, or a name that is the same or close.
 */
export type Duplicate = { id: number; kind: string; name: string; status: string; why: 'member' | 'name' }

/**
 * Possible duplicates of a candidate, in every kind and status, since an MP may have become a peer.
 * @param candidate has an `id` when it is in the list itself
 */
export function pickDuplicates(
  supporters: readonly (Omit<Duplicate, 'why'> & { memberId: number | null })[],
  candidate: { id?: number | undefined; name: string; memberId: number | null },
): Duplicate[] {
  const key = composeNearKey(candidate.name)
  return supporters.flatMap(({ id, kind, name, status, memberId }) => {
    const isMember = memberId !== null && memberId === candidate.memberId
    const isName = key !== '' && composeNearKey(name) === key
    return id !== candidate.id && (isMember || isName)
      ? [{ id, kind, name, status, why: isMember ? ('member' as const) : ('name' as const) }]
      : []
  })
}

/** Whether staff may keep both. Never for the same Member twice in one kind. */
export function mayAcceptDuplicates(duplicates: readonly Duplicate[], kind: string): boolean {
  return !duplicates.some((each) => each.why === 'member' && each.kind === kind)
}
