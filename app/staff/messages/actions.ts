'use server'

import { redirect } from 'next/navigation'
import type { Preview } from '@/lib/messages/model/measured'
import type { MoveState, RuleFormState } from '@/lib/messages/model/rule-form'
import { isAtLeast } from '@/lib/staff/model/staff'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { answerMove } from '@/lib/messages/answer-move'
import { answerRuleForm, preview, readTexts } from '@/lib/messages/answer-rule-form'
import { describeProblems } from '@/lib/messages/describe-problems'
import { discardDraft } from '@/lib/messages/discard-draft'
import { parseSeen, publishRules, switchMessageRule } from '@/lib/messages/publish'
import { restoreMessageRule } from '@/lib/messages/restore-rule'
import { openPage, readFields } from '../_request/read-form'
import { requireStaff } from '../_request/require-staff'
import { readId, readSeen } from '../_request/read-seen'

const overtaken =
  'Somebody else has changed something since you opened this page. Load it again to see what, then do this once more.'

/** Saves what was typed as a draft, previews it, or offers to merge it with someone else's. */
export async function submitRule(_previous: unknown, form: unknown): Promise<RuleFormState> {
  const staff = await requireStaff('editor')
  const fields = readFields(form)
  const answer = await answerRuleForm(fields, { actor: staff, now: new Date() })
  if (answer.outcome !== 'saved') return answer
  const href = `/staff/messages/${answer.id}?done=saved`
  if (!fields.scripted) redirect(href)
  return { outcome: 'ready', href }
}

/** Previews for one seat the texts being typed. */
export async function askPreview(texts: unknown): Promise<Preview> {
  await requireStaff('editor')
  return preview(readTexts(texts), new Date())
}

/** Moves a rule up or down. */
export async function submitMove(_previous: unknown, form: unknown): Promise<MoveState> {
  const staff = await requireStaff('editor')
  return answerMove(readFields(form), isAtLeast(staff.role, 'publisher'), { actor: staff, now: new Date() })
}

/** Discards a draft. */
export async function submitDiscard(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('editor')
  const fields = readFields(form)
  const { outcome } = await discardDraft(readSeen(fields), { actor: staff, now: new Date() })
  return outcome === 'discarded'
    ? openPage('/staff/messages?done=discarded', fields)
    : refuseForm(overtaken, [], fields)
}

/** Restores an earlier version as the draft. */
export async function submitRestore(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('editor')
  const fields = readFields(form)
  const seen = { ...readSeen(fields), from: readId(fields.from) }
  const { outcome } = await restoreMessageRule(seen, { actor: staff, now: new Date() })
  return outcome === 'restored'
    ? openPage(`/staff/messages/${seen.id}?done=restored`, fields)
    : refuseForm(overtaken, [], fields)
}

/** Pauses or resumes a rule, with immediate effect for visitors. */
export async function submitSwitch(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('publisher')
  const fields = readFields(form)
  const isActive = fields.isActive === 'true'
  const answer = await switchMessageRule({ ...readSeen(fields), isActive }, { actor: staff, now: new Date() })
  if (answer.outcome === 'published') return openPage(`/staff/messages?done=${isActive ? 'on' : 'off'}`, fields)
  return refuseForm(
    answer.outcome === 'refused' ? describeProblems('Then some messages could not be sent:', answer.report) : overtaken,
    [],
    fields,
  )
}

/** Publishes drafts, if nothing has changed since the check. */
export async function submitPublish(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('publisher')
  const fields = readFields(form)
  const drafts = parseSeen(fields.drafts ?? '')
  if (drafts.length === 0) return refuseForm('Choose a draft to publish.', [], fields)
  const answer = await publishRules(drafts, { actor: staff, now: new Date() }, fields.proved ?? '')
  if (answer.outcome === 'published') return openPage('/staff/messages?done=published', fields)
  if (answer.outcome === 'refused')
    return refuseForm(
      describeProblems('Nothing is published. Some messages could not be sent:', answer.report),
      [],
      fields,
    )
  return refuseForm(
    'Nothing is published: somebody has changed something since this proof. Load the page again to see the new one.',
    [],
    fields,
  )
}
