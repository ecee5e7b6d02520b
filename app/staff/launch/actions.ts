'use server'

import { getOrganisation } from '@/lib/campaign/get'
import { sendTestMail } from '@/lib/desk/send-test-mail'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { requireStaff } from '../_request/require-staff'

/** Sends the admin a test mail. */
export async function submitTestMail(): Promise<StaffFormState> {
  const staff = await requireStaff('admin')
  const { outcome } = await sendTestMail(staff.email, (await getOrganisation()).name, new Date())
  if (outcome === 'sent')
    return { outcome: 'done', message: `The mail server accepted it. Look whether it has reached ${staff.email}.` }
  return refuseForm(
    outcome === 'written'
      ? 'No mail server is set (SMTP_URL), so the mail is a file on the server.'
      : 'The mail server didn’t accept it. The server’s log says why.',
  )
}
