'use server'

import { parseRole } from '@/lib/staff/model/staff'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { changeRole } from '@/lib/staff/change-role'
import { inviteStaff } from '@/lib/staff/invite'
import { removeStaff } from '@/lib/staff/remove'
import { openPage, readFields } from '../_request/read-form'
import { requireStaff } from '../_request/require-staff'

const lastAdmin = 'Somebody has to look after people: make another person an admin first.'
const gone = 'That person is no longer on the staff. Reload the page.'

/** Invites someone by email. */
export async function submitInvitation(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('admin')
  const fields = readFields(form)
  const { email, name, role } = fields
  const answer = await inviteStaff({ email, name, role }, staff, new Date())
  if (answer.outcome === 'refused') return refuseForm('The invitation is not complete.', answer.problems, fields)
  if (!answer.isMailed)
    return refuseForm(
      'They may come in, but the mail could not be sent. Tell them to ask for a link on the sign-in page.',
      [],
      fields,
    )
  return openPage(`/staff/people?done=${answer.isNew ? 'invited' : 'link-sent'}`, fields)
}

/** Changes someone’s role. */
export async function submitRole(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('admin')
  const fields = readFields(form)
  const role = parseRole(fields.role)
  if (!role) return refuseForm('Choose a role.', [], fields)
  const { outcome } = await changeRole(fields.id ?? '', role, staff, new Date())
  if (outcome === 'changed') return openPage('/staff/people?done=role', fields)
  return refuseForm(outcome === 'last-admin' ? lastAdmin : gone, [], fields)
}

/** Removes someone from the staff. */
export async function submitRemoval(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const staff = await requireStaff('admin')
  const fields = readFields(form)
  const { outcome } = await removeStaff(fields.id ?? '', staff, new Date())
  if (outcome === 'changed') return openPage('/staff/people?done=removed', fields)
  return refuseForm(outcome === 'last-admin' ? lastAdmin : gone, [], fields)
}
