'use server'

import { answerTextForm } from '@/lib/campaign/answer-text-form'
import { discardText, publishText, restoreText } from '@/lib/campaign/publish-text'
import { type MergingFormState, refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { answerForm, openPage } from '../_request/answer-form'
import { readId } from '../_request/read-seen'

const overtaken = 'Someone else has changed this text since you opened the page. Reload it to see what they did.'
const erased =
  'Not published: “(erased)” stands in this draft, where a person’s data was. Write something else there, save it, and publish it then.'

/** Saves what was typed as a draft, or merges it with someone else’s. */
export async function submitText(_previous: unknown, form: unknown): Promise<MergingFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    const answer = await answerTextForm(fields, { actor: staff, now: new Date() })
    return 'section' in answer ? openPage(`/staff/texts/${answer.section}?done=${answer.outcome}`) : answer
  })
}

/** Publishes a draft. */
export async function submitTextPublication(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async (staff, fields) => {
    const { outcome } = await publishText(readSeenText(fields), { actor: staff, now: new Date() })
    if (outcome === 'erased') return refuseForm(erased)
    return outcome === 'done' ? openPage(`/staff/texts/${fields.section}?done=published`) : refuseForm(overtaken)
  })
}

/** Discards a draft. */
export async function submitTextDiscard(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    const { outcome } = await discardText(readSeenText(fields), { actor: staff, now: new Date() })
    return outcome === 'done' ? openPage(`/staff/texts/${fields.section}?done=discarded`) : refuseForm(overtaken)
  })
}

/** Makes an earlier version the draft. */
export async function submitTextRestore(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    const seen = { ...readSeenText(fields), from: readId(fields.from) }
    const { outcome } = await restoreText(seen, { actor: staff, now: new Date() })
    return outcome === 'done' ? openPage(`/staff/texts/${fields.section}?done=restored`) : refuseForm(overtaken)
  })
}

function readSeenText({ section = '', version }: Record<string, string>): { section: string; version: number } {
  return { section, version: readId(version) }
}
