import 'server-only'
import { listDeskRules, listRuleHistory } from './data/desk'
import { compareRules, type DeskRule } from './model/rule-versions'
import { describeRuleField, ruleFieldWords } from './words'
import { compareTexts, type TextPart } from '../shared/model/text-difference'
import { loadChoices, loadSigner } from './rule-names'

/** A version to look at: its number, or `draft`. */
export type HistoryLine = { key: string; version: number; name: string; by: string; isPublished: boolean }

/** A field that differs between two versions. */
export type FieldDifference = { field: string; label: string; parts: TextPart[] }

export type HistoryView = {
  name: string
  version: number
  hasDraft: boolean
  lines: HistoryLine[]
  compared: { from: string; to: string; differences: FieldDifference[] }
}

/**
 * What a rule said in the course of time, the newest first, and what differs between two versions.
 * @param asked not trusted: the versions to compare; without, the last two
 * @returns null when there is no rule with this id
 */
export async function showRuleHistory(
  id: number,
  asked: { from: unknown; to: unknown },
  now: Date,
): Promise<HistoryView | null> {
  const rule = (await listDeskRules()).find((each) => each.id === id)
  const newest = rule?.draft ?? rule?.published
  if (!rule || !newest) return null
  const [history, sign, { nameSeat }] = await Promise.all([listRuleHistory(id), loadSigner(), loadChoices(now)])
  const versions = [...listDraft(rule), ...history.map((each) => ({ ...each, key: String(each.version) }))]
  const find = (key: unknown, otherwise: number) =>
    versions.find((each) => each.key === key) ?? versions[Math.min(otherwise, versions.length - 1)]
  const [from, to] = [find(asked.from, 1), find(asked.to, 0)]
  const changed = from && to ? compareRules(from.content, to.content) : []
  return {
    name: newest.content.name,
    version: rule.version,
    hasDraft: rule.draft !== null,
    lines: versions.map((each) => ({
      key: each.key,
      version: each.version,
      name: each.content.name,
      by: sign(each),
      isPublished: each.version === rule.published?.version,
    })),
    compared: {
      from: from?.key ?? '',
      to: to?.key ?? '',
      differences: changed.map(({ field, before, after }) => ({
        field,
        label: ruleFieldWords[field] ?? field,
        parts: compareTexts(describeRuleField(field, before, nameSeat), describeRuleField(field, after, nameSeat)),
      })),
    },
  }
}

function listDraft({ draft }: DeskRule) {
  return draft ? [{ ...draft, key: 'draft' }] : []
}
