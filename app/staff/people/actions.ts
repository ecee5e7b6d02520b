'use server'

import { formatMoment } from '@/lib/shared/model/uk-time'
import { listStaff } from '@/lib/staff/list'
import { parseRole, type Staff } from '@/lib/staff/model/staff'
import { renameStaff } from '@/lib/staff/rename'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { changeRole } from '@/lib/staff/change-role'
import { getOrganisation } from '@/lib/campaign/get'
import { inviteStaff } from '@/lib/staff/invite'
import { removeStaff } from '@/lib/staff/remove'
import { answerForm, openPage } from '../_request/answer-form'

const lastAdmin = 'Somebody has to look after people: make another person an admin first.'
const gone = 'That person is no longer on the staff. Reload the page.'

/** Invites someone by email, or shows the link to hand over. */
export async function submitInvitation(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('admin', form, async (staff, { email, name, role, ...fields }) =>
    invite({ email, name, role }, staff, { email: email ?? '', name: name ?? '', role: role ?? '', ...fields }),
  )
}

/** Sends someone who hasn’t been here yet their invitation again. */
export async function submitInvitationAgain(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('admin', form, async (staff, fields) => {
    const person = (await listStaff()).find(({ id, hasSignedIn }) => id === fields.id && !hasSignedIn)
    if (!person) return refuseForm(gone, [], fields)
    const { email, name, role } = person
    return invite({ email, name, role }, staff, fields)
  })
}

async function invite(input: unknown, staff: Staff, fields: Record<string, string>): Promise<StaffFormState> {
  const organisation = (await getOrganisation()).name
  const answer = await inviteStaff(input, { id: staff.id, name: staff.name, organisation }, new Date())
  if (answer.outcome === 'refused') return refuseForm('Nobody is invited yet.', answer.problems, fields)
  if (answer.isMailed) return openPage(`/staff/people?done=${answer.isNew ? 'invited' : 'link-sent'}`)
  const who = answer.isNew ? 'They’re on the staff now' : 'They were on the staff already'
  return {
    outcome: 'done',
    message: `${who}, but no email was sent. Give them this link yourself. It works once, until ${formatMoment(answer.until)}.`,
    link: answer.link,
  }
}

/** Changes someone’s name. */
export async function submitName(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('admin', form, async (staff, fields) => {
    const answer = await renameStaff(fields.id ?? '', fields.name, staff, new Date())
    if (answer.outcome === 'changed') return openPage('/staff/people?done=renamed')
    return refuseForm('The name is as it was.', answer.outcome === 'refused' ? answer.problems : [], fields)
  })
}

/** Changes someone’s role. */
export async function submitRole(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('admin', form, async (staff, fields) => {
    const role = parseRole(fields.role)
    if (!role) return refuseForm('Choose a role.', [], fields)
    const { outcome } = await changeRole(fields.id ?? '', role, staff, new Date())
    if (outcome === 'changed') return openPage('/staff/people?done=role')
    return refuseForm(outcome === 'last-admin' ? lastAdmin : gone, [], fields)
  })
}

/** Removes someone from the staff. */
export async function submitRemoval(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm('admin', form, async (staff, fields) => {
    const { outcome } = await removeStaff(fields.id ?? '', staff, new Date())
    if (outcome === 'changed') return openPage('/staff/people?done=removed')
    return refuseForm(outcome === 'last-admin' ? lastAdmin : gone, [], fields)
  })
}
