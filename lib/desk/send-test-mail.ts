import 'server-only'
import { recordUpkeep } from '../shared/database/upkeep'
import { getMailServer, sendMail } from '../staff/mail/mailer'
import { composeTestMail } from '../staff/model/mail'

export type TestMailAnswer = { outcome: 'sent' | 'written' | 'failed' }

/**
 * Sends a test mail, and records whether the mail server accepted it.
 * @param to a member of staff
 * @param organisation who runs the site; '' while nobody has said
 */
export async function sendTestMail(to: string, organisation: string, now: Date): Promise<TestMailAnswer> {
  const { outcome } = await sendMail({ to, ...composeTestMail(organisation) })
  if (outcome === 'sent') await recordUpkeep('mail', { detail: getMailServer() }, now)
  if (outcome === 'failed') await recordUpkeep('mail', { problem: 'The mail server didn’t accept the last test.' }, now)
  return { outcome }
}
