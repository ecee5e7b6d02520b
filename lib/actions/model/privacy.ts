import type { Action } from './action'

/** What is kept of an action, in words: the privacy page lists it, and the type makes it complete. */
export const keptOfAction: Record<keyof Action, string> = {
  seatCode: 'the constituency',
  channel: 'the way it went: X, Bluesky, email, letter or copied',
  kind: 'whether it was opened or copied here, or whether you told us that you sent it',
  source: 'the tag of the link that brought you here, if it had one, such as “newsletter-5”',
  isPersonal: 'of an email, whether you had put in words of your own; not the words',
  day: 'the day',
  key: 'a scrambled value (a hash) by which we do not count the same thing twice; it does not lead back to you, and differs for each day, constituency and way',
}

/** How many times one address may do something, against scripts that would flood the site. */
export const requestLimits = {
  lookup: { name: 'look up postcodes', aMinute: 120, anHour: 2_000 },
  search: { name: 'search for MPs', aMinute: 120, anHour: 2_000 },
  token: { name: 'start messages', aMinute: 300, anHour: 3_000 },
  handOff: { name: 'open messages', aMinute: 60, anHour: 600 },
} as const

/** The salt of a day is deleted at most so many hours after the day. */
export const saltDeletedWithinHours = 1
