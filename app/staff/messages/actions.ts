'use server'

import type { Preview } from '@/lib/messages/model/measured'
import type { MoveState, RuleFormState } from '@/lib/messages/model/rule-form'
import { isAtLeast } from '@/lib/staff/model/staff'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { answerMove, showMove } from '@/lib/messages/answer-move'
import { answerRuleForm, preview, readTexts } from '@/lib/messages/answer-rule-form'
import { describeProblems } from '@/lib/messages/describe-problems'
import { discardDraft } from '@/lib/messages/discard-draft'
import { parseSeen, publishRules, switchMessageRule } from '@/lib/messages/publish'
import { describeUncovered } from '@/lib/messages/words'
import { restoreMessageRule } from '@/lib/messages/restore-rule'
import { answerForm, openPage } from '../_request/answer-form'
import { readStaff } from '../_request/require-staff'
import { readId, readSeen } from '../_request/read-seen'

const overtaken =
  'Somebody else has changed something since you opened this page. Load it again to see what, then do this once more.'

/** Saves what was typed as a draft, previews it, or offers to merge it with someone else's. */
export async function submitRule(_previous: unknown, form: unknown): Promise<RuleFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    const answer = await answerRuleForm(fields, { actor: staff, now: new Date() })
    if (answer.outcome !== 'saved') return answer
    const href = `/staff/messages/${answer.id}?done=saved`
    return openPage(href)
  })
}

/** Previews the texts being typed, for one constituency. */
export async function askPreview(texts: unknown): Promise<Preview | { outcome: 'signed-out' }> {
  if (!(await readStaff())) return { outcome: 'signed-out' }
  return preview(readTexts(texts), new Date())
}

/** Moves a rule up or down; asks first where that changes what visitors get. */
export async function submitMove(_previous: unknown, form: unknown): Promise<MoveState> {
  const answer = await answerForm('editor', form, (staff, fields) =>
    answerMove(fields, isAtLeast(staff.role, 'publisher'), { actor: staff, now: new Date() }),
  )
  return showMove(answer, new Date())
}

/** Discards a draft. */
export async function submitDiscard(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    const { outcome } = await discardDraft(readSeen(fields), { actor: staff, now: new Date() })
    return outcome === 'discarded' ? openPage('/staff/messages?done=discarded') : refuseForm(overtaken, [], fields)
  })
}

/** Restores an earlier version as the draft. */
export async function submitRestore(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    const seen = { ...readSeen(fields), from: readId(fields.from) }
    const { outcome } = await restoreMessageRule(seen, { actor: staff, now: new Date() })
    return outcome === 'restored'
      ? openPage(`/staff/messages/${seen.id}?done=restored`)
      : refuseForm(overtaken, [], fields)
  })
}

/** Pauses or resumes a rule, with immediate effect for visitors. */
export async function submitSwitch(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async (staff, fields) => {
    const isActive = fields.isActive === 'true'
    const answer = await switchMessageRule({ ...readSeen(fields), isActive }, { actor: staff, now: new Date() })
    if (answer.outcome === 'published')
      return openPage(`/staff/messages?done=${isActive ? 'on' : 'off'}&rule=${readSeen(fields).id}`)
    if (answer.outcome !== 'refused') return refuseForm(overtaken, [], fields)
    return refuseForm(
      answer.uncovered === null
        ? describeProblems(
            `It stays ${isActive ? 'off' : 'on'}. ${isActive ? 'With' : 'Without'} it some messages couldn’t be sent:`,
            answer.report,
          )
        : describeUncovered('pause', answer.uncovered),
      [],
      fields,
    )
  })
}

/** Publishes drafts, if nothing has changed since the check. */
export async function submitPublish(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async (staff, fields) => {
    const drafts = parseSeen(fields.drafts ?? '')
    if (drafts.length === 0) return refuseForm('Choose a draft to publish.', [], fields)
    const answer = await publishRules(drafts, { actor: staff, now: new Date() }, fields.proved ?? '')
    if (answer.outcome === 'published')
      return openPage(`/staff/messages?done=published${drafts.map(({ id }) => `&rule=${id}`).join('')}`)
    if (answer.outcome === 'refused')
      return refuseForm(
        answer.uncovered === null
          ? describeProblems('Nothing is published. Some messages couldn’t be sent:', answer.report)
          : describeUncovered('publish', answer.uncovered),
        [],
        fields,
      )
    return refuseForm(
      'Nothing is published: someone has changed something since this check. Load the page again to see the new one.',
      [],
      fields,
    )
  })
}
