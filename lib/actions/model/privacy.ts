import type { Limit } from '../../shared/model/limits'
import type { Action } from './action'

/** What we store about an action, in words, for the privacy page. The type ensures that nothing is left out. */
export const storedActionWords: Record<keyof Action, string> = {
  seatCode: 'the constituency',
  channel: 'the way it went: X, Bluesky, email, letter or copied',
  kind: 'whether it was opened or copied here, or whether you told us that you sent it',
  source: 'the tag of the link that brought you here, if it had one, such as “newsletter-5”',
  isPersonal: 'of an email, whether you had put in words of your own; not the words',
  day: 'the day',
  key: 'a scrambled value (a hash) by which we do not count the same thing twice; it does not lead back to you, and differs for each day, constituency and way',
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
