import 'server-only'
import { z } from 'zod'
import type { Change } from '../audit/model/actor'
import { composeConflict, settleForm } from '../shared/model/conflict'
import type { Problem } from '../shared/model/result'
import type { Preview } from './model/measured'
import { pickRuleFields, ruleFieldNames, type RuleFormState } from './model/rule-form'
import { composeRuleInput, type DeskRule, joinBoxes, listRuleFields, type RuleFields } from './model/rule-versions'
import { conditionsShape } from './model/seed'
import { previewMessage } from './preview'
import { loadSigner } from './rule-names'
import { saveMessageRule } from './save-draft'
import { ruleFieldWords } from './words'

const textsByField = z.record(z.string(), z.string())

type Answer = Exclude<RuleFormState, null | { outcome: 'ready' }> | { outcome: 'saved'; id: number }

/**
 * Answers the form of a rule, whichever of its buttons was pressed: `save`, `preview`, and after a
 * conflict `merge` or `continue`.
 * @param sent not trusted: all fields of the form
 * @returns `saved` instead of an address to go to
 */
export async function answerRuleForm(sent: RuleFields, change: Change): Promise<Answer> {
  const values = joinBoxes(sent)
  if (values.do === 'preview') return { outcome: 'shown', preview: await preview(values, change.now), values }
  const settled = settleForm(values, ruleFieldNames)
  return settled.outcome === 'settled' ? save(settled.values, change) : settled
}

/** What the texts of a form would make of a seat's message. @param given not trusted */
export async function preview(given: RuleFields, now: Date): Promise<Preview> {
  const values = joinBoxes(given)
  const conditions = conditionsShape.safeParse(composeRuleInput(pickRuleFields(values)).conditions).data
  const { postText, emailSubject, emailBody } = pickRuleFields(values)
  return previewMessage({
    slug: values.previewSlug ?? '',
    texts: { postText: postText ?? '', emailSubject: emailSubject ?? '', emailBody: emailBody ?? '' },
    ...(conditions && { conditions }),
    now,
  })
}

/** The fields that a page's script sends for a preview; anything else counts as nothing. */
export function readTexts(sent: unknown): RuleFields {
  const read = textsByField.safeParse(sent)
  return read.success ? read.data : {}
}

async function save(values: RuleFields, change: Change): Promise<Answer> {
  const { id, version } = values
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
      return describeConflict(values, answer.theirs)
  }
}

async function describeConflict(values: RuleFields, theirs: DeskRule | null): Promise<Answer> {
  const newest = theirs?.draft ?? theirs?.published
  if (!theirs || !newest) return gone(values)
  const sign = await loadSigner()
  return composeConflict(values, ruleFieldNames, {
    theirs: listRuleFields(newest.content),
    by: `${sign(newest)}.`,
    rest: { version: String(theirs.version) },
  })
}

function gone(values: RuleFields): Answer {
  const message =
    'Someone else has discarded or archived this rule. What you wrote is still here: save it to make a new rule of it.'
  return { outcome: 'refused', message, problems: [], values: { ...values, id: '', version: '' } }
}

/** One line for each field: a form shows one. */
function joinProblems(problems: Problem[]): Problem[] {
  const fields = [...new Set(problems.map(({ field }) => field))]
  return fields.map((field) => ({
    field,
    message: `${ruleFieldWords[field] ?? field}: ${problems
      .filter((each) => each.field === field)
      .map(({ message }) => message)
      .join(' ')}`,
  }))
}
