import 'server-only'
import { AsyncResource } from 'node:async_hooks'
import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { readDevice } from './sign-in/device-cookie'
import { createLinkToken } from './sign-in/links'
import { deleteExpired } from './data/devices'
import { findStaffByEmail } from './data/staff'
import { composeSignInMail } from './model/mail'
import { log } from '../shared/log'
import { getMailServer, renderMail, sendMail } from './mail/mailer'
import { unknownVisitor } from '../shared/visitor-address.mjs'
import { isWithinLimit } from '../shared/limits'
import { staffLimits } from './model/staff'
import { composeConfirmLink, emailField } from './sign-in-link'

/**
 * The same whether or not the address belongs to staff. `sending` resolves once any email has been sent; `isMailed` is
 * false without a mail server, where it is only written into a file.
 */
export type SignInRequest =
  | { outcome: 'accepted'; isMailed: boolean; sending: Promise<void> }
  | { outcome: 'invalid'; message: string }
  | { outcome: 'limited' }

/** Who is asking: the address prefix that the guard reports, and their cookies. */
export type SignInVisitor = { address: string; cookie: string }

// A random delay, so the timing of the work says nothing about the request.
const [minPauseMs, maxPauseMs] = [250, 1_250]

// A domain that can’t receive email (RFC 2606).
const decoyEmail = 'nobody@stable-futures.invalid'

/**
 * Sends a sign-in link to an address if it belongs to staff. The answer doesn’t wait for that, and an unknown address
 * costs the same work, so response times don’t reveal who is on the staff.
 * @param organisation who runs the site, for the email; '' while nobody has said
 * @param next the page they were going to, as `parseNextPage` returns it
 */
export async function requestSignIn(
  typed: unknown,
  visitor: SignInVisitor,
  now: Date,
  organisation: string,
  next: string | null = null,
): Promise<SignInRequest> {
  const email = emailField.safeParse(typed)
  if (!email.success) return { outcome: 'invalid', message: email.error.issues[0]?.message ?? '' }
  if (!isAllowed(email.data, visitor)) return { outcome: 'limited' }
  return {
    outcome: 'accepted',
    isMailed: getMailServer() !== '',
    sending: sendLater(email.data, now, organisation, next),
  }
}

// A browser this person has signed in with before has its own allowance. Everyone else shares one, which is capped at
// what an inbox can bear; each visitor address gets only a little of it, so no single one can use it up.
function isAllowed(email: string, { address, cookie }: SignInVisitor): boolean {
  const device = readDevice(cookie)
  if (device?.isOf(email)) return isWithinLimit(staffLimits.linkForDevice, device.id)
  if (!isWithinLimit(staffLimits.linkFromAddress, address)) return false
  return (
    (address === unknownVisitor || isWithinLimit(staffLimits.linkForEmailFromAddress, `${email} ${address}`)) &&
    isWithinLimit(staffLimits.linkForEmail, email)
  )
}

// Bound outside any request, or the pending timer would keep the request in memory.
const sendLater = AsyncResource.bind(
  async (email: string, now: Date, organisation: string, next: string | null): Promise<void> => {
    await setTimeout(randomInt(minPauseMs, maxPauseMs))
    await sendLink(email, now, organisation, next).catch((error: unknown) =>
      log.error({ err: error }, 'could not send a sign-in link'),
    )
  },
)

async function sendLink(email: string, now: Date, organisation: string, next: string | null): Promise<void> {
  await deleteExpired(now)
  const isStaff = (await findStaffByEmail(email)) !== null
  const to = isStaff ? email : decoyEmail
  const mail = { to, ...composeSignInMail(composeConfirmLink(await createLinkToken(to), next), organisation) }
  await (isStaff ? sendMail(mail) : renderMail(mail))
}
