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
 * The counts on a seat's page in words: to this MP, null when there are too few to publish, and to all MPs. Opened and
 * sent are worded differently, because they are different things.
 */
export function composePageCount(
  { seat, all, asOf }: PageCounts,
  mpName: string,
): { toMp: string | null; toAll: string; asOf: string } {
  const toMp =
    seat.opened === null
      ? null
      : `At least ${number.format(seat.opened)} messages to ${mpName} have been opened or copied here.${composeConfirmed(seat.confirmed)}`
  const toAll =
    all.opened === 0
      ? 'You could be one of the first to write to an MP from here.'
      : `At least ${number.format(all.opened)} ${all.opened === 1 ? 'message' : 'messages'} to MPs ${all.opened === 1 ? 'has' : 'have'} been opened or copied here.${composeConfirmed(all.confirmed)}`
  return { toMp, toAll, asOf: composeAsOf(asOf) }
}

/** When the counts were taken: "Counted up to 14:00 on 3 November 2026." */
export function composeAsOf(asOf: Date): string {
  return `Counted up to ${formatUkMinute(asOf).slice(-5)} on ${formatUkDay(asOf)}.`
}

function composeConfirmed(count: number | null): string {
  return count ? ` People told us they sent at least ${number.format(count)}.` : ''
}
