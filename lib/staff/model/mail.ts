import { linkMinutes, type Role, roleWords } from './staff'

export type MailText = { subject: string; text: string }

/** The email with a sign-in link. @param link works once, for `linkMinutes` */
export function composeSignInMail(link: string): MailText {
  const text = `Hello,

Someone, probably you, asked to sign in to the staff desk of Stable Futures. Open this link and press the button there:

${link}

It works once, within ${linkMinutes} minutes. If it wasn’t you, you can ignore this email: no one can sign in without the link.
`
  return { subject: 'Sign in to the Stable Futures staff desk', text }
}

/** The invitation email. @param signInPage where to request another link */
export function composeInvitationMail(link: string, signInPage: string, role: Role): MailText {
  const text = `Hello,

You have been invited to the staff desk of Stable Futures.
Your role: ${roleWords[role]}.

Open this link and press the button there. It works once, within ${linkMinutes} minutes:

${link}

To sign in later, go to ${signInPage} and enter the address this email was sent to. We’ll send you a new link.
`
  return { subject: 'Your invitation to the Stable Futures staff desk', text }
}
