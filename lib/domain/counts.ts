import { type PageCounts, smallestShown } from './public-counts'

const number = new Intl.NumberFormat('en-GB')

/**
 * The public count in words that say what it is: messages that visitors opened in another program
 * or copied, which is not the same as sent.
 * @param total hand-offs so far
 * @param to whom, for example "MPs"
 */
export function composeCount(total: number, to: string): string {
  if (total === 0) return `Nobody has opened or copied a message to ${to} from this site yet. Yours can be the first.`
  if (total === 1) return `1 message to ${to} has been opened or copied from this site.`
  return `${number.format(total)} messages to ${to} have been opened or copied from this site.`
}

/** How many of the seats something was opened for, or people say they sent something to. */
export function composeReached(seatsContacted: number, of: number): string {
  return `${number.format(seatsContacted)} of ${number.format(of)} MPs contacted`
}

/** What a number of actions of one kind says, to stand after the number. */
export function composeTold(count: number, kind: 'opened' | 'confirmed'): string {
  const messages = count === 1 ? 'message' : 'messages'
  return kind === 'opened' ? `${messages} opened or copied on this site` : `${messages} that people told us they sent`
}

/** The counts of a seat's page in words: to its Member, and to all. What was sent is told apart from what was opened. */
export function composePageCount({ seat, all }: PageCounts, mpName: string): { toMp: string; toAll: string } {
  const toAll = `${composeCount(all.opened, 'MPs')} ${composeConfirmed(number.format(all.confirmed))}`
  const toMp = `${atLeast(seat.opened, true)} messages to ${mpName} have been opened or copied from this site. ${composeConfirmed(atLeast(seat.confirmed))}`
  return { toMp, toAll: all.opened === 0 ? composeCount(0, 'MPs') : toAll }
}

function composeConfirmed(count: string): string {
  return count === '0' ? 'Nobody has told us yet that they sent theirs.' : `People told us that they sent ${count}.`
}

function atLeast(count: number | null, isFirst = false): string {
  const text = count === null ? `fewer than ${smallestShown}` : `at least ${number.format(count)}`
  return isFirst ? text.charAt(0).toUpperCase() + text.slice(1) : text
}
