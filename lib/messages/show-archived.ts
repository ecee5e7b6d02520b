import 'server-only'
import { listAllRules } from './data/desk'
import { listRuleFields } from './model/rule-versions'
import { loadChoices } from './rule-names'
import { describeRuleField, ruleFieldWords } from './words'

/** An archived rule, and since when it is. */
export type ArchivedRule = { id: number; name: string; archivedAt: Date }

/** The archived rules, by name. */
export async function listArchivedRules(): Promise<ArchivedRule[]> {
  const rules = (await listAllRules()).flatMap(({ id, published, draft, archivedAt }) => {
    const newest = draft ?? published
    return newest && archivedAt ? [{ id, name: newest.content.name, archivedAt }] : []
  })
  return rules.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** One archived rule with what it says, field by field; null when none with this id is archived. */
export async function showArchivedRule(
  id: number,
  now: Date,
): Promise<(ArchivedRule & { fields: { label: string; text: string }[] }) | null> {
  const rule = (await listAllRules()).find((each) => each.id === id)
  const newest = rule?.draft ?? rule?.published
  if (!rule?.archivedAt || !newest) return null
  const { nameSeat } = await loadChoices(now)
  const fields = Object.entries(listRuleFields(newest.content))
  return {
    id,
    name: newest.content.name,
    archivedAt: rule.archivedAt,
    fields: fields
      .filter(([field, text]) => field !== 'name' && field !== 'isActive' && text !== '')
      .map(([field, text]) => ({
        label: ruleFieldWords[field] ?? field,
        text: describeRuleField(field, text, nameSeat),
      })),
  }
}
