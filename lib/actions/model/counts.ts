import type { PageCounts } from './public-counts'
import { formatUkDay, formatUkMinute } from '../../shared/model/uk-time'

const number = new Intl.NumberFormat('en-GB')

/** "12 of 650 MPs contacted": a lower bound. */
export function composeReached(seatsContacted: number, of: number): string {
  return `${number.format(seatsContacted)} of ${number.format(of)} MPs contacted`
}

/** What goes after a number of actions of one kind. */
export function composeCountLabel(count: number, kind: 'opened' | 'confirmed'): string {
  const messages = count === 1 ? 'message' : 'messages'
  return kind === 'opened' ? `${messages} opened or copied on this site` : `${messages} that people told us they sent`
}

/**
 * The counts on a constituency's page in words. `here`: how many people said that they sent their letter, null when too
 * few to publish; of the ways to send, the one most used counts, so that somebody who used several is one person.
 * `everywhere`: what was opened, which is not the same as sent.
 */
export function composePageCount(
  { seat, all, asOf }: PageCounts,
  constituency: string,
): { here: string | null; everywhere: string; asOf: string } {
  const here =
    seat.confirmed === null ? null : `At least ${number.format(seat.confirmed)} people in ${constituency} have written.`
  const everywhere =
    all.opened === 0
      ? 'You could be one of the first to write to an MP from here.'
      : `At least ${number.format(all.opened)} ${all.opened === 1 ? 'message' : 'messages'} to MPs ${all.opened === 1 ? 'has' : 'have'} been opened or copied here.${composeConfirmed(all.confirmed)}`
  return { here, everywhere, asOf: composeAsOf(asOf) }
}

/** When the counts were taken: "Counted up to 14:00 on 3 November 2026." */
export function composeAsOf(asOf: Date): string {
  return `Counted up to ${formatUkMinute(asOf).slice(-5)} on ${formatUkDay(asOf)}.`
}

function composeConfirmed(count: number | null): string {
  return count ? ` People told us they sent at least ${number.format(count)}.` : ''
}
