import 'server-only'
import { z } from 'zod'
import { createLinkToken } from './sign-in/links'
import { addStaff } from './data/write'
import { roles } from './model/staff'
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

/** `isNew` is false if they were already on the staff; they keep their role. */
type Invited = { outcome: 'invited'; id: string; isNew: boolean }

/**
 * Adds someone to the staff and emails them a sign-in link.
 * @param input untrusted: `email`, `name`, `role`
 */
export async function inviteStaff(
  input: unknown,
  actor: Actor,
  now: Date,
): Promise<InviteAnswer<Invited & { isMailed: boolean }>> {
  const answer = await invite(input, actor, now)
  if (answer.outcome === 'refused') return answer
  const { link, email, role, id, isNew } = answer
  const mail = composeInvitationMail(link, `${env.SITE_URL}/staff/sign-in`, role)
  const { outcome } = await sendMail({ to: email, ...mail })
  return { outcome: 'invited', id, isNew, isMailed: outcome !== 'failed' }
}

/** Adds someone to the staff and returns their sign-in link, for a site without a mail server. */
export async function inviteStaffByLink(
  input: unknown,
  actor: Actor,
  now: Date,
): Promise<InviteAnswer<Invited & { link: string }>> {
  const answer = await invite(input, actor, now)
  if (answer.outcome === 'refused') return answer
  return { outcome: 'invited', id: answer.id, isNew: answer.isNew, link: answer.link }
}

async function invite(input: unknown, actor: Actor, now: Date) {
  const parsed = invitation.safeParse(input)
  if (!parsed.success) return refuse(...toProblems(parsed.error))
  const { email } = parsed.data
  const added = await addStaff(parsed.data, actor, now)
  return { outcome: 'invited' as const, ...added, email, link: composeConfirmLink(await createLinkToken(email)) }
}
