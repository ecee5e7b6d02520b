import type { Limit } from '../../shared/model/limits'
import type { Action } from './action'

/** What we store about an action, in words, for the privacy page. The type ensures that nothing is left out. */
export const storedActionWords: Record<keyof Action, string> = {
  seatCode: 'the constituency',
  channel:
    'what you used: email, a printed letter, a copy, X, Bluesky, Facebook, Threads, WhatsApp or your device’s own sharing',
  kind: 'whether you opened or copied it here, or told us that you sent it',
  source: 'the tag of the link that brought you here, if it had one, such as “newsletter-5”',
  isPersonal: 'for an email, whether you added words of your own; not the words',
  ruleId: 'which of our messages this site offered for your MP that day',
  day: 'the day',
  key: 'a scrambled value (a hash) that stops us counting the same thing twice. It doesn’t lead back to you, and is different for each day, each constituency and each of these channels',
}

/**
 * What the visitor’s browser keeps, in words, for the privacy page: `tab` in session storage, `day` in local storage
 * (components/browser).
 */
export const browserKeptWords = {
  tab: [
    'your name, address and postcode, the constituency they belong to, and what you write',
    'which letters and posts you opened or sent, and whether we could count them',
    'the tag of the link that brought you here, if it had one',
    'a random number for this visit, so that “Leave site” can also empty the earlier pages where you typed something. It can’t take pages out of your browser’s history',
  ],
  day: [
    'a random key for the day, so that the same thing counts once',
    'what we couldn’t count yet, because you were offline or our site was busy: the constituency, which of our messages the page offered you, and how you sent it; never the text',
  ],
}

/** Rate limits per address, to stop scripts from flooding the site. */
export const requestLimits = {
  lookup: { key: 'lookup', name: 'look up postcodes', perMinute: 120, perHour: 2_000, isPublic: true },
  search: { key: 'search', name: 'search for MPs', perMinute: 120, perHour: 2_000, isPublic: true },
  token: { key: 'token', name: 'start messages', perMinute: 300, perHour: 3_000, isPublic: true },
  handOff: { key: 'handOff', name: 'open messages', perMinute: 60, perHour: 600, isPublic: true },
} as const satisfies Record<string, Limit & { name: string }>

/** A day's salt is deleted within this many hours of the end of the day. */
export const saltDeletedWithinHours = 1
