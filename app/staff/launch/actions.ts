'use server'

import { getOrganisation } from '@/lib/campaign/get'
import { sendTestMail } from '@/lib/desk/send-test-mail'
import { refuseForm, type StaffFormState } from '@/lib/shared/model/form'
import { answerForm } from '../_request/answer-form'

/** Sends the admin a test mail. */
export async function submitTestMail(_previous: unknown, form: unknown): Promise<StaffFormState> {
  return answerForm<StaffFormState>('admin', form, async (staff) => {
    const { outcome } = await sendTestMail(staff.email, (await getOrganisation()).name, new Date())
    if (outcome === 'sent')
      return { outcome: 'done', message: `The mail server accepted it. Look whether it has reached ${staff.email}.` }
    return refuseForm(
      outcome === 'written'
        ? 'No mail server is set (SMTP_URL), so the mail is a file on the server.'
        : 'The mail server didn’t accept it. The server’s log says why.',
    )
  })
}
