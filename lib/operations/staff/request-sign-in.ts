import 'server-only'
import { createLinkToken } from '../../auth/links'
import { deleteEnded } from '../../data/devices'
import { findStaffByEmail } from '../../data/staff'
import { composeSignInMail } from '../../domain/staff-mail'
import { log } from '../../log'
import { sendMail } from '../../mailer/mailer'
import { isWithinLimit } from '../limit-requests'
import { composeConfirmLink, emailField } from './sign-in-link'

/** The same whether or not anybody has the address. `sending` ends when a mail that is due has gone. */
export type SignInRequest = { outcome: 'accepted'; sending: Promise<void> } | { outcome: 'invalid'; message: string } | { outcome: 'limited' }

/**
 * Has a link sent to an address, if it is of somebody on the staff. The answer does not wait for that,
 * so that the time it takes tells nothing either.
 * @param address of the visitor, as the guard gives it
 */
export async function requestSignIn(typed: unknown, address: string, now: Date): Promise<SignInRequest> {
  const email = emailField.safeParse(typed)
  if (!email.success) return { outcome: 'invalid', message: email.error.issues[0]?.message ?? '' }
  const isAllowed = isWithinLimit('linkFromAddress', address) && isWithinLimit('linkForEmail', email.data)
  if (!isAllowed) return { outcome: 'limited' }
  return { outcome: 'accepted', sending: sendLink(email.data, now).catch((error: unknown) => log.error({ err: error }, 'no sign-in link sent')) }
}

async function sendLink(email: string, now: Date): Promise<void> {
  await deleteEnded(now)
  if (!(await findStaffByEmail(email))) return
  await sendMail({ to: email, ...composeSignInMail(composeConfirmLink(await createLinkToken(email))) })
}
