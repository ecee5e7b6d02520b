import { linkMinutes, type Role, roleWords } from './staff'

export type MailText = { subject: string; text: string }

/** The mail with a link that signs in. @param link good once, for `linkMinutes` */
export function composeSignInMail(link: string): MailText {
  const text = `Hello,

somebody, probably you, asked to sign in to the staff desk of Stable Futures. Open this link and press the button there:

${link}

It works once, within ${linkMinutes} minutes. If it was not you, do nothing: without the link nobody gets in.
`
  return { subject: 'Sign in to the Stable Futures staff desk', text }
}

/** The mail to somebody who was invited. @param signInPage where to ask for another link */
export function composeInvitationMail(link: string, signInPage: string, role: Role): MailText {
  const text = `Hello,

you have been invited to the staff desk of Stable Futures.
Your role: ${roleWords[role]}.

Open this link and press the button there. It works once, within ${linkMinutes} minutes:

${link}

Later, go to ${signInPage} and type in the address that got this mail. You will be sent a new link.
`
  return { subject: 'Your invitation to the Stable Futures staff desk', text }
}
