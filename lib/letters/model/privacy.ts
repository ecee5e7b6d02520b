import { followUpDays, reminderHours, retention, retryHours } from './retention'

/** What is kept of a letter that the site sends, and for how long, in words, for the privacy page. */
export const keptOfLetters: { what: string; until: string }[] = [
  {
    what: 'A letter that you haven’t confirmed',
    until: `${retention.unconfirmedDays} days, or until you cancel it. After ${reminderHours} hours we remind you once`,
  },
  {
    what: 'Your letter, name, address and postcode',
    until: `${retention.textDays} days after your MP’s mail server accepted or refused it, since some letters come back late`,
  },
  {
    what: 'Your email address',
    until: `until your receipt has gone out; if you asked us to get back to you, until we’ve done that, ${followUpDays} days later`,
  },
  {
    what: 'That your mailbox has written to this MP, as a scrambled value that only we can check',
    until: `${retention.mailboxKeyDays} days, so that nobody sends the same MP a pile of letters`,
  },
  {
    what: 'What is left then: the constituency, which of our messages it began as, when it was sent, and how that went',
    until: `${retention.tombstoneDays} days; after that only a number, how many letters were sent`,
  },
  {
    what: 'Whether your MP replied, if you tell us',
    until: 'without an end, and without anything about you',
  },
]

/** For how long we try to deliver a letter. */
export const deliveryHours = retryHours
