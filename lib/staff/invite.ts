import 'server-only'
import { z } from 'zod'
import { createLinkToken } from './sign-in/links'
import { addStaff } from './data/write'
import { invitationDays, linkMinutes, roles } from './model/staff'
import type { Actor } from '../audit/model/actor'
import { composeInvitationMail } from './model/mail'
import { oneLine } from '../shared/model/inputs'
import { type Refused, refuse, toProblems } from '../shared/model/result'
import { env } from '../shared/env'
import { sendMail } from './mail/mailer'
import { composeConfirmLink, emailField } from './sign-in-link'

const invitation = z.strictObject({
  email: emailField,
  name: oneLine(100, 'Write their name.'),
  role: z.enum(roles, 'Choose a role.'),
})

export type InviteAnswer<Done> = Done | Refused

/** `isNew` is false if they were already on the staff; they keep their role. `until`: when the link stops working. */
type Invited = { outcome: 'invited'; id: string; isNew: boolean; link: string; until: Date }

/** Who invites somebody, and for what: the name of a member of staff, and who runs the site ('' while nobody has said). */
export type Inviter = { id: string; name: string; organisation: string }

/**
 * Adds someone to the staff and emails them a link to sign in for the first time.
 * @param input not trusted: `email`, `name`, `role`
 * @returns `isMailed` only when a mail server took the email: otherwise the link has to be handed over
 */
export async function inviteStaff(
  input: unknown,
  inviter: Inviter,
  now: Date,
): Promise<InviteAnswer<Invited & { isMailed: boolean }>> {
  const answer = await invite(input, inviter, now)
  if (answer.outcome === 'refused') return answer
  const { email, role, ...invited } = answer
  const signInPage = `${env.SITE_URL}/staff/sign-in`
  const mail = composeInvitationMail({ ...inviter, ...invited, signInPage, role, siteUrl: env.SITE_URL })
  const { outcome } = await sendMail({ to: email, ...mail })
  return { ...invited, isMailed: outcome === 'sent' }
}

/** Adds someone to the staff and returns their sign-in link, for a site without a mail server. */
export async function inviteStaffByLink(input: unknown, actor: Actor, now: Date): Promise<InviteAnswer<Invited>> {
  const answer = await invite(input, actor, now)
  if (answer.outcome === 'refused') return answer
  const { outcome, id, isNew, link, until } = answer
  return { outcome, id, isNew, link, until }
}

async function invite(input: unknown, actor: Actor, now: Date) {
  const parsed = invitation.safeParse(input)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const { email } = parsed.data
  const { id, role, isNew, hasSignedIn } = await addStaff(parsed.data, actor, now)
  // Somebody who has been here signs in as always: a link that works for days is for a first visit.
  const until = new Date(now.getTime() + (hasSignedIn ? linkMinutes * 60_000 : invitationDays * 86_400_000))
  const link = composeConfirmLink(await createLinkToken(email, hasSignedIn ? null : until))
  return { outcome: 'invited' as const, id, role, isNew, email, link, until }
}
