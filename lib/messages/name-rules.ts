import 'server-only'
import { listAuditOf } from '../audit/data/entries'
import { listAllRules } from './data/desk'

/**
 * What staff call these messages, with whether one is archived or deleted; of one that is deleted, the activity log still
 * knows the name. Two of the same name are told apart by their number.
 */
export async function nameRules(ids: readonly number[]): Promise<Map<number, string>> {
  const rules = await listAllRules()
  const names = await Promise.all(
    ids.map(async (id) => {
      const rule = rules.find((each) => each.id === id)
      if (!rule) return [id, `${(await findDeletedName(id)) ?? `Message ${id}`} (deleted)`] as const
      const name = (rule.published ?? rule.draft)?.content.name ?? ''
      return [id, rule.archivedAt ? `${name} (archived)` : name] as const
    }),
  )
  const isTwice = (name: string) => names.filter(([, each]) => each === name).length > 1
  return new Map(names.map(([id, name]) => [id, isTwice(name) ? `${name}, number ${id}` : name]))
}

async function findDeletedName(id: number): Promise<string | undefined> {
  const [last] = await listAuditOf('message-rule', String(id), { max: 1 })
  const name = last?.before?.['published.name']
  return typeof name === 'string' ? name : undefined
}
