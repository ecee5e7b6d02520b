'use server'

import { retryLetter } from '@/lib/letters/data/desk'
import { eraseByEmail } from '@/lib/letters/erase-by-email'
import { answerLetterSettings } from '@/lib/letters/save-settings'
import { sendTestLetter } from '@/lib/letters/send-test-letter'
import { describeReason } from '@/lib/letters/words'
import { type MergingFormState, refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { answerForm, openPage } from '../_request/answer-form'

/** Has one letter tried again now. */
export async function submitRetry(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm<StaffFormState>('publisher', form, async (actor, { id = '' }) =>
    (await retryLetter(id, { actor, now: new Date() }))
      ? { outcome: 'done', message: 'It’s tried again now.' }
      : refuseForm('That letter neither waits nor was refused any more. Load the page again.'),
  )
}

/** Erases all letters of a visitor who asks for it. */
export async function submitErasure(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm<StaffFormState>('admin', form, async (actor, fields) => {
    const answer = await eraseByEmail(fields.email, { actor, now: new Date() })
    if (answer.outcome === 'refused') return refuseForm('Nothing was erased.', answer.problems, fields)
    const { erased, left } = answer
    const what = erased === 1 ? '1 letter was erased.' : `${erased} letters were erased.`
    const rest = left > 0 ? ` ${left} more are being sent right now: try again in a minute.` : ''
    return { outcome: 'done', message: `${what}${rest} What we no longer hold can’t be found by an address.` }
  })
}

/** Saves how letters are sent. */
export async function submitLetterSettings(_previous: unknown, form: unknown): Promise<MergingFormState> {
  return answerForm('admin', form, async (actor, fields) => {
    const answer = await answerLetterSettings(fields, { actor, now: new Date() })
    return answer.outcome === 'saved' ? openPage('/staff/letters/settings?done=saved') : answer
  })
}

/** Sends the admin a letter as an MP would get it. */
export async function submitTestLetter(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm<StaffFormState>('admin', form, async (actor) => {
    const answer = await sendTestLetter(actor.email, actor.name, { actor, now: new Date() })
    switch (answer.outcome) {
      case 'sent':
        return { outcome: 'done', message: `The mail server accepted it. Look whether it has reached ${actor.email}.` }
      case 'not-set':
        return refuseForm('SMTP_URL, LETTERS_FROM and LETTERS_KEY have to be set on the server first.')
      case 'failed':
        return refuseForm(`It wasn’t sent: ${describeReason(answer.reason)}.`)
    }
  })
}
