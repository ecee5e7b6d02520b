import type { PageCounts } from './public-counts'
import { formatUkDay, formatUkMinute } from '../../shared/model/uk-time'

const number = new Intl.NumberFormat('en-GB')

/** Counts below this are shown nowhere: so few would discourage. */
export const leastShown = 5

/**
 * What to aim for next: the next round number, or the campaign's own goal or the maximum if that comes first. Null once
 * the maximum is reached.
 * @param goal the campaign's; null if it has none
 * @param max the most there can be
 */
export function nextMilestone(count: number, goal: number | null, max = Infinity): number | null {
  if (count >= max) return null
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(count, 1)))
  const round = [10, 25, 50, 100].map((step) => (step * magnitude) / 10).filter(Number.isInteger)
  return Math.min(...[...round, goal ?? max, max].filter((each) => each > count))
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
    all.opened < leastShown
      ? 'You could be one of the first to write to an MP from here.'
      : `At least ${number.format(all.opened)} messages to MPs have been opened or copied here.${composeConfirmed(all.confirmed)}`
  return { here, everywhere, asOf: composeAsOf(asOf) }
}

/** When the counts were taken: "Counted up to 14:00 on 3 November 2026." */
export function composeAsOf(asOf: Date): string {
  return `Counted up to ${formatUkMinute(asOf).slice(-5)} on ${formatUkDay(asOf)}.`
}

function composeConfirmed(count: number | null): string {
  return count && count >= leastShown ? ` People told us they sent at least ${number.format(count)}.` : ''
}
