'use server'

import { headers } from 'next/headers'
import { parseNextPage } from '@/lib/staff/model/next-page'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { undoChange } from '@/lib/desk/undo'
import { answerForm, openPage } from '../_request/answer-form'

const refusals = {
  forbidden: 'You need a higher role to undo this.',
  'changed-since':
    'This has already been undone, or has changed again since, so nothing was done now. Reload the page to see the latest change.',
  refused:
    'It can’t go back to what it was, for example because a message couldn’t be sent then. Change it on its own page instead.',
}

/** Undoes the last change to something. */
export async function submitUndo(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('editor', form, async (staff, fields) => {
    const answer = await undoChange(fields.id, staff, new Date())
    return answer === 'undone' ? openPage(await findWayBack()) : refuseForm(refusals[answer], [], fields)
  })
}

/** The page on which Undo was pressed, which now says that it is undone. */
async function findWayBack(): Promise<string> {
  const page = parseNextPage((await headers()).get('x-desk-path')) ?? '/staff/log'
  const [path = '', query] = page.split('?')
  const fields = new URLSearchParams(query)
  for (const name of ['done', 'undo', 'changed', 'moved']) fields.delete(name)
  fields.set('done', 'undone')
  return `${path}?${fields}`
}
