'use server'

import { readVisitor } from '@/app/read-visitor'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { confirmSignIn } from '@/lib/staff/confirm-sign-in'
import { openPage, readFields } from '../_request/read-form'
import { readAuthRequest, setCookies } from '../_request/require-staff'

/** Signs in with the token from a link. */
export async function submitConfirm(_previous: unknown, form: unknown): Promise<StaffFormState> {
  const fields = readFields(form)
  const { address } = await readVisitor()
  const answer = await confirmSignIn(fields.token, await readAuthRequest(), address, new Date())
  if (answer.outcome === 'limited') return refuseForm('Too many tries from your connection. Wait a minute.', [], fields)
  if (answer.outcome === 'refused')
    return refuseForm('This link was used already, or it is too old. Ask for a new one.', [], fields)
  await setCookies(answer.cookies)
  return openPage('/staff', fields)
}
