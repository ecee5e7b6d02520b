'use server'

import { refuseForm, type StaffFormState } from '@/lib/domain/staff-form'
import { undoChange } from '@/lib/operations/undo-change'
import { openPage, readFields } from '../finish-form'
import { requireStaff } from '../require-staff'

const refusals = {
  forbidden: 'Only somebody with a higher role may take this back.',
  'changed-since': 'It has been changed again since, so there is nothing to take back. Load the page again to see the last change.',
  refused: 'What it was before is not allowed now, for instance because a message could not be sent with it. Change it by hand on its own page.',
}

/** Takes back the last change of something. */
export async function submitUndo(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('editor')
  const fields = readFields(form)
  const answer = await undoChange(fields.id, staff, new Date())
  return answer === 'undone' ? openPage('/staff/log?done=undone', fields) : refuseForm(refusals[answer], [], fields)
}
