import { composeNameKey } from '../model/name-key'
import type { KnownSupporter, SupporterValues } from '../model/fields'
import { createPacer } from '../pace'
import type { ImportProblem } from './import-plan'

/** The cells that identify a row's supporter. */
export type RowSubject = { id: string } & Partial<Pick<SupporterValues, 'kind' | 'name' | 'memberId'>>

export type RowMatch = { supporter: KnownSupporter | null } | { problem: ImportProblem }

/** Groups supporters by name key. */
export async function groupByName(
  supporters: readonly KnownSupporter[],
): Promise<ReadonlyMap<string, KnownSupporter[]>> {
  const pace = createPacer()
  const groups = new Map<string, KnownSupporter[]>()
  for (const supporter of supporters) {
    await pace()
    const key = composeNameKey(supporter.name)
    const group = groups.get(key)
    if (group) group.push(supporter)
    else groups.set(key, [supporter])
  }
  return groups
}

/**
 * Makes a function that finds the supporter a row is about: by our id, else by Parliament id and kind, else by
 * kind and name unless their Parliament ids differ. Null for someone new.
 */
export function createMatcher(
  supporters: readonly KnownSupporter[],
  byName: ReadonlyMap<string, readonly KnownSupporter[]>,
): (subject: RowSubject) => RowMatch {
  const byId = new Map(supporters.map((each) => [String(each.id), each]))
  const byMember = new Map<string, KnownSupporter>(
    supporters.flatMap((each) => (each.memberId === null ? [] : [[`${each.kind} ${each.memberId}`, each] as const])),
  )

  return ({ id, kind, name, memberId = null }) => {
    if (id) {
      const supporter = byId.get(id)
      return supporter
        ? { supporter }
        : {
            problem: {
              column: 'id',
              message: 'There is no supporter with this id. Leave the cell empty for somebody new.',
            },
          }
    }
    const sameMember = memberId === null ? undefined : byMember.get(`${kind} ${memberId}`)
    if (sameMember) return { supporter: sameMember }
    const key = composeNameKey(name ?? '')
    const sameName =
      key === ''
        ? []
        : (byName.get(key) ?? []).filter((each) => each.kind === kind && (memberId === null || each.memberId === null))
    if (sameName.length > 1)
      return {
        problem: { column: 'name', message: 'Several supporters have this name. Write the id of the one you mean.' },
      }
    return { supporter: sameName[0] ?? null }
  }
}
