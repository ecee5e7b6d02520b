'use server'

import { turnSwitch } from '@/lib/desk/switches'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { answerForm, openPage } from '../_request/answer-form'

const refusals = {
  conflict: 'Someone has just changed the settings. Load the page again to see how it stands.',
  refused: 'Nothing is changed: this switch isn’t yours, or can’t be turned that way. Load the page again.',
}

/** Turns one of the big switches. */
export async function submitBigSwitch(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('publisher', form, async (staff, { key, turn }) => {
    const { outcome } = await turnSwitch(key, turn === 'on', staff.role, { actor: staff, now: new Date() })
    return outcome === 'turned'
      ? openPage(`/staff/switches?done=${key}-${turn === 'on' ? 'on' : 'off'}`)
      : refuseForm(refusals[outcome])
  })
}
