import 'server-only'
import { listAllSupporters } from './data/desk'
import { composeNameKey } from './model/name-key'

/** A supporter who may be the same as another, and why: Parliament's id, or the name but for case, accents and punctuation. */
export type Duplicate = { id: number; kind: string; name: string; status: string; why: 'member' | 'name' }

/**
 * Who may be there already, of every kind and status, since an MP may have become a peer.
 * @param candidate with `id` when it is one of the list itself
 */
export async function findDuplicates(candidate: {
  id?: number
  name: string
  memberId: number | null
}): Promise<Duplicate[]> {
  const key = composeNameKey(candidate.name)
  return (await listAllSupporters()).flatMap(({ id, kind, name, status, memberId }) => {
    const isMember = memberId !== null && memberId === candidate.memberId
    const isName = key !== '' && composeNameKey(name) === key
    return id !== candidate.id && (isMember || isName)
      ? [{ id, kind, name, status, why: isMember ? ('member' as const) : ('name' as const) }]
      : []
  })
}
