import 'server-only'
import { AsyncResource } from 'node:async_hooks'
import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { readDevice } from './sign-in/device-cookie'
import { createLinkToken } from './sign-in/links'
import { deleteEnded } from './data/devices'
import { findStaffByEmail } from './data/staff'
import { composeSignInMail } from './model/mail'
import { log } from '../shared/log'
import { rehearseMail, sendMail } from './mail/mailer'
import { unknownVisitor } from '../shared/visitor-address.mjs'
import { isWithinLimit } from '../shared/limits'
import { staffLimits } from './model/staff'
import { composeConfirmLink, emailField } from './sign-in-link'

/** The same whether or not anybody has the address. `sending` ends when a mail that is due has gone. */
export type SignInRequest =
  { outcome: 'accepted'; sending: Promise<void> } | { outcome: 'invalid'; message: string } | { outcome: 'limited' }

/** Who asks: the prefix of their address as the guard gives it, and their cookies. */
export type SignInVisitor = { address: string; cookie: string }

// A link is made at a moment that has nothing to do with the request for it.
const [minPauseMs, maxPauseMs] = [250, 1_250]

// A domain that can have no mail (RFC 2606).
const nobody = 'nobody@stable-futures.invalid'

/**
 * Has a link sent to an address, if it is of somebody on the staff. The answer does not wait for that, and the same work
 * is done where nobody has the address, so that the time of this answer or of the next one tells nothing.
 */
export async function requestSignIn(typed: unknown, visitor: SignInVisitor, now: Date): Promise<SignInRequest> {
  const email = emailField.safeParse(typed)
  if (!email.success) return { outcome: 'invalid', message: email.error.issues[0]?.message ?? '' }
  if (!isAllowed(email.data, visitor)) return { outcome: 'limited' }
  return { outcome: 'accepted', sending: sendLater(email.data, now) }
}

// A browser in which this person has signed in before asks on its own account. Strangers share what is left: little for
// each of them, so that one cannot use it up, and for all of them as many mails as a person can bear.
function isAllowed(email: string, { address, cookie }: SignInVisitor): boolean {
  const device = readDevice(cookie)
  if (device?.isOf(email)) return isWithinLimit(staffLimits.linkForDevice, device.id)
  if (!isWithinLimit(staffLimits.linkFromAddress, address)) return false
  return (
    (address === unknownVisitor || isWithinLimit(staffLimits.linkForEmailFromAddress, `${email} ${address}`)) &&
    isWithinLimit(staffLimits.linkForEmail, email)
  )
}

// Outside of any request, which a waiting timer would keep.
const sendLater = AsyncResource.bind(async (email: string, now: Date): Promise<void> => {
  await setTimeout(randomInt(minPauseMs, maxPauseMs))
  await sendLink(email, now).catch((error: unknown) => log.error({ err: error }, 'no sign-in link sent'))
})

async function sendLink(email: string, now: Date): Promise<void> {
  await deleteEnded(now)
  const isStaff = (await findStaffByEmail(email)) !== null
  const to = isStaff ? email : nobody
  const mail = { to, ...composeSignInMail(composeConfirmLink(await createLinkToken(to))) }
  await (isStaff ? sendMail(mail) : rehearseMail(mail))
}
