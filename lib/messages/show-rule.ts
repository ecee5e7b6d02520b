import 'server-only'
import { getCampaign } from '../campaign/get'
import { listSeatsWithMp } from '../members/data/seats'
import { listDeskRules } from './data/desk'
import { listSupporterIds } from '../supporters/data/wall'
import { type DeskRule, listRuleFields } from './model/rule-versions'
import { composeSeatTraits } from './model/message'
import { fitsConditions, noConditions, type RuleContent } from './model/rule'
import type { RuleEditing } from './model/rule-views'
import { describeRuleState, type RuleState } from './words'
import { loadChoices, loadSigner } from './rule-names'

/** A rule on its own page. `isPublished` and `hasDraft` say what there is of it. */
export type RuleView = {
  name: string
  states: RuleState[]
  by: string
  isPublished: boolean
  hasDraft: boolean
  editing: RuleEditing
}

const blank: RuleContent = {
  name: '',
  isActive: true,
  activeFrom: null,
  activeUntil: null,
  conditions: noConditions,
  postText: '',
  emailSubject: '',
  emailBody: '',
}

/** A rule with its form; null when there is none with this id. */
export async function showRule(id: number, now: Date): Promise<RuleView | null> {
  const rule = await findRule(id)
  const newest = rule?.draft ?? rule?.published
  if (!rule || !newest) return null
  const [editing, sign] = await Promise.all([edit(newest.content, now), loadSigner()])
  return {
    name: newest.content.name,
    states: describeRuleState(rule, now),
    by: sign(newest),
    isPublished: rule.published !== null,
    hasDraft: rule.draft !== null,
    editing: { ...editing, id: String(id), version: String(rule.version) },
  }
}

/** The form of a new rule. @param copied the id of the rule that it begins as, 0 for none */
export async function showNewRule(copied: number, now: Date): Promise<RuleEditing> {
  const rule = await findRule(copied)
  const content = (rule?.draft ?? rule?.published)?.content
  return {
    ...(await edit(content ? { ...content, name: `Copy of ${content.name}`.slice(0, 100) } : blank, now)),
    id: '',
    version: '',
  }
}

async function findRule(id: number): Promise<DeskRule | undefined> {
  return (await listDeskRules()).find((rule) => rule.id === id)
}

async function edit(content: RuleContent, now: Date): Promise<Omit<RuleEditing, 'id' | 'version'>> {
  const [{ seats, parties }, supporterIds, all, campaign] = await Promise.all([
    loadChoices(now),
    listSupporterIds(),
    listSeatsWithMp(now),
    getCampaign(now),
  ])
  const fitting = new Set(
    all
      .filter((seat) => fitsConditions(content.conditions, composeSeatTraits(seat, supporterIds, campaign)))
      .map(({ code }) => code),
  )
  const [first] = seats.filter(({ code }) => fitting.has(code))
  return {
    fields: listRuleFields(content),
    seats: seats.map((seat) => ({ ...seat, isFitting: fitting.has(seat.code) })),
    parties,
    previewSlug: (first ?? seats[0])?.slug ?? '',
  }
}
