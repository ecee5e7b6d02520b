'use server'

import { redirect } from 'next/navigation'
import { readVisitor } from '@/app/read-visitor'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { parseNextPage } from '@/lib/staff/model/next-page'
import { confirmSignIn } from '@/lib/staff/confirm-sign-in'
import { readFields } from '../_request/read-form'
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
  const href = parseNextPage(fields.next) ?? '/staff'
  if (!fields.scripted) redirect(href)
  return { outcome: 'ready', href }
}
