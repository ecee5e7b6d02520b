'use server'

import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { undoChange } from '@/lib/desk/undo'
import { openPage, readFields } from '../_request/read-form'
import { requireStaff } from '../_request/require-staff'

const refusals = {
  forbidden: 'You need a higher role to undo this.',
  'changed-since':
    'This has already been undone, or has changed again since, so nothing was done now. Reload the page to see the latest change.',
  refused:
    'It can’t go back to what it was, for example because a message couldn’t be sent then. Change it on its own page instead.',
}

/** Undoes the last change to something. */
export async function submitUndo(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('editor')
  const fields = readFields(form)
  const answer = await undoChange(fields.id, staff, new Date())
  return answer === 'undone' ? openPage('/staff/log?done=undone', fields) : refuseForm(refusals[answer], [], fields)
}
