import 'server-only'
import { z } from 'zod'
import { listDeskRules } from './data/desk'
import { composeRuleInput, listRuleFields, type RuleFields } from './model/rule-versions'
import type { Preview } from './model/measured'
import { type Merge, mergeFields, pickRuleFields, type RuleFormState } from './model/rule-form'
import { ruleFieldWords } from './words'
import type { Change } from '../audit/model/actor'
import type { FieldProblem } from '../shared/model/form'
import { previewMessage } from './preview'
import { loadSigner } from './rule-names'
import { saveMessageRule, type SaveProblem } from './save-draft'

const textsByField = z.record(z.string(), z.string())
const overtaken =
  'Somebody else has saved this rule since you opened it. Nothing of yours is lost: choose what to keep.'

type Answer = Exclude<RuleFormState, null | { outcome: 'ready' }> | { outcome: 'saved'; id: number }

/**
 * Answers the form of a rule, whichever of its buttons was pressed: `save`, `preview`, and after a
 * conflict `merge` or `continue`.
 * @param values not trusted: all fields of the form
 * @returns `saved` instead of an address to go to
 */
export async function answerRuleForm(values: RuleFields, change: Change): Promise<Answer> {
  switch (values.do) {
    case 'preview':
      return { outcome: 'shown', preview: await preview(values, change.now), values }
    case 'merge':
    case 'continue':
      return answerMerge(values, change)
    default:
      return save(values, change)
  }
}

/** What the texts of a form would make of a seat's message. @param values not trusted */
export async function preview(values: RuleFields, now: Date): Promise<Preview> {
  const { postText, emailSubject, emailBody } = pickRuleFields(values)
  return previewMessage({
    slug: values.previewSlug ?? '',
    texts: { postText: postText ?? '', emailSubject: emailSubject ?? '', emailBody: emailBody ?? '' },
    now,
  })
}

/** The fields that a page's script sends for a preview; nothing of what is none. */
export function readTexts(sent: unknown): RuleFields {
  const read = textsByField.safeParse(sent)
  return read.success ? read.data : {}
}

async function save(values: RuleFields, change: Change): Promise<Answer> {
  const { id, version, base } = values
  const answer = await saveMessageRule(
    { ...composeRuleInput(pickRuleFields(values)), ...(id && { id: Number(id), version: Number(version) }) },
    change,
  )
  switch (answer.outcome) {
    case 'saved':
      return answer
    case 'refused':
      return {
        outcome: 'refused',
        message: 'The draft is not saved yet.',
        problems: joinProblems(answer.problems),
        values,
      }
    case 'not-found':
      return gone(values)
    case 'conflict':
      return describeConflict({ id: id ?? '', base: parseFields(base), yours: pickRuleFields(values) }, overtaken)
  }
}

async function answerMerge(values: RuleFields, change: Change): Promise<Answer> {
  const { id = '', version = '' } = values
  const sides = { base: parseFields(values.base), theirs: parseFields(values.theirs), yours: parseFields(values.yours) }
  const { merged, missing } = mergeFields(sides, (field) => values[`choose.${field}`])
  if (missing.length > 0) {
    const names = missing.map((field) => `“${ruleFieldWords[field] ?? field}”`).join(', ')
    return {
      outcome: 'conflict',
      message: `Choose yours or theirs for ${names}.`,
      id,
      version,
      by: values.by ?? '',
      chosen: Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith('choose.'))),
      ...sides,
    }
  }
  // What both now begin with is what the other one saved.
  const next = { ...merged, id, version, base: JSON.stringify(sides.theirs), previewSlug: values.previewSlug ?? '' }
  return values.do === 'continue' ? { outcome: 'merged', values: next } : save(next, change)
}

async function describeConflict(own: Pick<Merge, 'id' | 'base' | 'yours'>, message: string): Promise<Answer> {
  const rule = (await listDeskRules()).find((each) => String(each.id) === own.id)
  const newest = rule?.draft ?? rule?.published
  if (!rule || !newest) return gone({ ...own.yours })
  const sign = await loadSigner()
  return {
    outcome: 'conflict',
    message,
    ...own,
    version: String(rule.version),
    by: sign(newest),
    chosen: {},
    theirs: listRuleFields(newest.content),
  }
}

function gone(values: RuleFields): Answer {
  const message =
    'Somebody else has thrown this rule away. What you wrote is still here: save it to make a new rule of it.'
  return { outcome: 'refused', message, problems: [], values: { ...values, id: '', version: '' } }
}

function parseFields(json: string | undefined): RuleFields {
  try {
    return pickRuleFields(textsByField.parse(JSON.parse(json ?? '')))
  } catch {
    return {} // nobody's form: then both sides are shown without what they began with
  }
}

/** One line for each field: a form shows one. */
function joinProblems(problems: SaveProblem[]): FieldProblem[] {
  const fields = [...new Set(problems.map(({ field }) => field))]
  return fields.map((field) => ({
    field,
    message: `${ruleFieldWords[field] ?? field}: ${problems
      .filter((each) => each.field === field)
      .map(({ message }) => message)
      .join(' ')}`,
  }))
}
