import { formatUkDay } from '../../shared/model/uk-time'
import type { LetterText } from './content'
import { retention } from './retention'

/** What an email to the visitor is about, and where its links lead. */
export type MailFacts = {
  mpName: string
  constituency: string
  /** The constituency’s page. */
  pageUrl: string
  letter: LetterText | null
  confirmUrl: string
  followUpUrl: string
  endedAt: Date | null
  isFollowUpAsked: boolean
  isRehearsal: boolean
  /** Who runs the site; '' while nobody has said. */
  organisation: string
}

type MailText = { subject: string; text: string }

/** The whole letter, for reading. */
const quote = (letter: LetterText | null) =>
  letter ? `----------\nSubject: ${letter.subject}\n\n${letter.body}\n----------` : ''

const sign = (organisation: string) => `Stable Futures${organisation && `, run by ${organisation}`}`

const ifNotYou =
  'If you didn’t write this letter, you needn’t do anything: it isn’t sent unless someone opens the link and confirms it, and we erase it.'

/** Asks the visitor to confirm their letter. */
export function composeCopyMail({ mpName, constituency, letter, confirmUrl, organisation }: MailFacts): MailText {
  return {
    subject: `Confirm your letter to ${mpName}`,
    text: `Hello,

Your letter to ${mpName}, the MP for ${constituency}, is ready, and hasn’t been sent yet.

Confirm and send, change it, or cancel and erase it:
${confirmUrl}

If you don’t confirm it within ${retention.unconfirmedDays} days, we erase it.

${quote(letter)}

${ifNotYou}

${sign(organisation)}
`,
  }
}

/** Reminds the visitor, once. */
export function composeReminderMail({ mpName, confirmUrl, organisation }: MailFacts): MailText {
  return {
    subject: `Your letter to ${mpName} is still waiting for you`,
    text: `Hello,

You wrote a letter to ${mpName} yesterday. It hasn’t been sent, because you haven’t confirmed it.

Confirm and send, change it, or cancel and erase it:
${confirmUrl}

We won’t remind you again. Without your confirmation we erase it in a few days. ${ifNotYou}

${sign(organisation)}
`,
  }
}

/** What the visitor can expect after their letter was accepted, with a copy of it. */
export function composeReceiptMail(facts: MailFacts): MailText {
  const { mpName, endedAt, letter, isFollowUpAsked, isRehearsal, organisation } = facts
  const day = endedAt ? formatUkDay(endedAt) : 'today'
  const rehearsal = isRehearsal
    ? '\nThis was a rehearsal: your letter went to the people who run this site, not to your MP.\n'
    : ''
  return {
    subject: `Your letter to ${mpName} has arrived`,
    text: `Hello,

Your letter was accepted by ${mpName}’s mail server on ${day}.
${rehearsal}
What happens next:
- In the next days you may get an automatic answer. That isn’t the reply.
- A reply usually takes two to four weeks. It goes straight to you, not to us. A useful one says what ${mpName} will do.
- No reply by then? Ask again: MPs’ offices are busy, and asking again helps. The calendar file with this email reminds you.
${isFollowUpAsked ? '\nIn two weeks we’ll ask you once whether your MP replied, as you wanted.\n' : ''}
Please keep this email: it is your copy. We erase the letter and your address ${retention.textDays} days after it was accepted, and your email address ${isFollowUpAsked ? 'once we’ve asked you' : 'now'}.

${quote(letter)}

${sign(organisation)}
`,
  }
}

/** Gives the letter back, with the other ways to send it. */
export function composeReturnedMail(facts: MailFacts): MailText {
  const { mpName, constituency, letter, pageUrl, organisation } = facts
  return {
    subject: `We couldn’t deliver your letter to ${mpName}`,
    text: `Hello,

We’re sorry: we tried, and ${mpName}’s mail server didn’t accept your letter. Here it is, so that you can send it another way:

- From your own email, or on paper: ${pageUrl}
- By post to ${mpName} MP, House of Commons, London SW1A 0AA. It reaches every MP, also the one for ${constituency}.

${quote(letter)}

We erase our copy in ${retention.textDays} days.

${sign(organisation)}
`,
  }
}

/** Asks once whether the MP replied. */
export function composeFollowUpMail({ mpName, endedAt, followUpUrl, organisation }: MailFacts): MailText {
  return {
    subject: `Did ${mpName} reply to you?`,
    text: `Hello,

On ${endedAt ? formatUkDay(endedAt) : 'a day two weeks ago'} you wrote to ${mpName}, and asked us to get back to you. Did they reply? Tell us with one press, and if they haven’t, send a short reminder from there:

${followUpUrl}

We’ve now erased your email address and won’t write to you again.

${sign(organisation)}
`,
  }
}
