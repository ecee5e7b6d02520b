import { formatMoment } from '../../shared/model/uk-time'
import { linkMinutes, type Role, roleWords } from './staff'

export type MailText = { subject: string; text: string }

/**
 * The email with a sign-in link.
 * @param link works once, for `linkMinutes`
 * @param organisation who runs the site; '' while nobody has said
 */
export function composeSignInMail(link: string, organisation: string): MailText {
  const text = `Hello,

Someone, probably you, asked to sign in to the staff desk of Stable Futures. Open this link and press the button there:

${link}

It works once, within ${linkMinutes} minutes. If it wasn’t you, you can ignore this email: no one can sign in without the link.
${composeSignature(organisation)}`
  return { subject: 'Sign in to the Stable Futures staff desk', text }
}

/** What an invitation says. */
type Invitation = {
  /** Who invites them. */
  name: string
  /** Who runs the site; '' while nobody has said. */
  organisation: string
  siteUrl: string
  role: Role
  link: string
  until: Date
  /** Where to request another link. */
  signInPage: string
}

/** The invitation email. */
export function composeInvitationMail(invitation: Invitation): MailText {
  const { name, organisation, siteUrl, role, link, until, signInPage } = invitation
  const what = `the staff desk of Stable Futures${organisation && `, the campaign site of ${organisation}`} (${siteUrl})`
  const text = `Hello,

${name} invites you to ${what}.
Your role: ${roleWords[role]}.

Open this link and press the button there. It works once, until ${formatMoment(until)}:

${link}

To sign in later, go to ${signInPage} and enter the address this email was sent to. We’ll send you a new link.
${composeSignature(organisation)}`
  return { subject: `${name} invites you to the Stable Futures staff desk`, text }
}

/** The email that tests the mail server. @param organisation as for `composeSignInMail` */
export function composeTestMail(organisation: string): MailText {
  const text = `Hello,

This is the test you asked for at the staff desk. If you can read it, the mail works.
${composeSignature(organisation)}`
  return { subject: 'A test from the Stable Futures staff desk', text }
}

function composeSignature(organisation: string): string {
  return organisation && `\n-- \nStable Futures, run by ${organisation}\n`
}
