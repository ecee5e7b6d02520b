'use server'

import { archiveMessageRule, bringMessageRuleBack, deleteMessageRule } from '@/lib/messages/archive'
import { describeProblems } from '@/lib/messages/describe-problems'
import { describeUncovered } from '@/lib/messages/words'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { answerForm, openPage } from '../_request/answer-form'
import { readId, readSeen } from '../_request/read-seen'

const gone =
  'Nothing is changed: somebody has changed this message, archived it, brought it back or deleted it. Load the page again.'

/** Archives a rule, with immediate effect for visitors. */
export async function submitRuleArchive(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async (staff, fields) => {
    const seen = readSeen(fields)
    const answer = await archiveMessageRule(seen, { actor: staff, now: new Date() })
    if (answer.outcome === 'archived') return openPage(`/staff/messages/${seen.id}?done=archived`)
    if (answer.outcome !== 'refused') return refuseForm(gone)
    return refuseForm(
      answer.uncovered === null
        ? describeProblems('It isn’t archived. Without it some messages couldn’t be sent:', answer.report)
        : describeUncovered('archive', answer.uncovered),
    )
  })
}

/** Brings an archived rule back, switched off. */
export async function submitRuleReturn(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async (staff, fields) => {
    const id = readId(fields.id)
    const { outcome } = await bringMessageRuleBack(id, { actor: staff, now: new Date() })
    return outcome === 'brought-back' ? openPage(`/staff/messages/${id}?done=back`) : refuseForm(gone)
  })
}

/** Deletes an archived rule for good. */
export async function submitRuleDeletion(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('admin', form, async (staff, fields) => {
    const { outcome } = await deleteMessageRule(readId(fields.id), { actor: staff, now: new Date() })
    return outcome === 'deleted' ? openPage('/staff/messages?done=deleted') : refuseForm(gone)
  })
}
