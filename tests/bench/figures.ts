import type { Cost } from './load'

/** One line of the table. */
export type Row = { what: string; figure: string; baseline: string; ratio: string; target: string }

/** The middle value; NaN of nothing. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN
}

/**
 * Compares two loads round by round, since rounds are neighbours in time and share the machine's mood.
 * @returns the median of a / b over the rounds, and the middle half of the ratios
 */
export function compare(a: Cost[], b: Cost[], field: keyof Cost): { ratio: number; text: string } {
  const ratios = a.map((cost, round) => cost[field] / (b[round]?.[field] ?? NaN)).toSorted((x, y) => x - y)
  const at = (share: number) => ratios[Math.floor((ratios.length - 1) * share)] ?? NaN
  return { ratio: median(ratios), text: `${median(ratios).toFixed(2)} (${at(0.25).toFixed(2)}–${at(0.75).toFixed(2)})` }
}

/** Whole microseconds, or whole requests a second, the median of the rounds. */
export function formatMedian(costs: Cost[], field: keyof Cost): string {
  const value = Math.round(median(costs.map((cost) => cost[field]))).toLocaleString('en-GB')
  return field === 'cpuUs' ? `${value} µs` : `${value}/s`
}

/** Rows as a Markdown table. */
export function toMarkdown(rows: Row[]): string {
  const lines = rows.map(
    ({ what, figure, baseline, ratio, target }) => `| ${what} | ${figure} | ${baseline} | ${ratio} | ${target} |`,
  )
  return ['| What | Figure | Baseline | Ratio | Target |', '| --- | --- | --- | --- | --- |', ...lines].join('\n')
}
