'use server'

import { headers } from 'next/headers'
import { parseNextPage } from '@/lib/staff/model/next-page'
import { dropSuccess } from '@/lib/staff/model/success'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { describeSince, undoChange } from '@/lib/desk/undo'
import { answerForm, openPage } from '../_request/answer-form'

const refusals = {
  forbidden: 'You need a higher role to undo this.',
  refused:
    'It can’t go back to what it was, for example because a message couldn’t be sent then. Change it on its own page instead.',
}

/** Undoes a change, or says what has changed since. */
export async function submitUndo(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    const answer = await undoChange(fields.id, staff, new Date())
    if (answer === 'undone') return openPage(await findWayBack())
    return refuseForm(answer === 'changed-since' ? await describeSince(fields.id) : refusals[answer], [], fields)
  })
}

/** The page on which Undo was pressed, which now says that it is undone. */
async function findWayBack(): Promise<string> {
  const page = parseNextPage((await headers()).get('x-desk-path')) ?? '/staff/log'
  const once = dropSuccess(page)
  return `${once}${once.includes('?') ? '&' : '?'}done=undone`
}
