import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'

/** One segment of a bar, in pixels from the top left of the plot. */
export type BarPart = {
  label: string
  series: string
  value: number
  x: number
  y: number
  width: number
  height: number
}

export type Bars = { parts: BarPart[]; ticks: { value: number; y: number }[]; labels: { text: string; x: number }[] }

/**
 * Lays out a chart's bars: one per row, with its series stacked.
 * @param rows in display order; a series missing from a row counts as 0
 * @param maxLabels how many rows may have their name below, evenly chosen
 */
export function placeBars(
  rows: readonly { label: string; values: Readonly<Record<string, number>> }[],
  series: readonly string[],
  size: { width: number; height: number },
  maxLabels: number,
): Bars {
  const sums = rows.map(({ values }) => series.reduce((sum, name) => sum + (values[name] ?? 0), 0))
  const x = scaleBand<string>()
    .domain(rows.map(({ label }) => label))
    .range([0, size.width])
    .padding(0.2)
  const y = scaleLinear()
    .domain([0, Math.max(1, ...sums)])
    .nice(4)
    .range([size.height, 0])
  const layers = stack<{ label: string; values: Readonly<Record<string, number>> }, string>()
    .keys([...series])
    .value((row, name) => row.values[name] ?? 0)([...rows])
  const parts = layers.flatMap((layer) =>
    layer.map(([from, to], index): BarPart => {
      const label = rows[index]?.label ?? ''
      return {
        label,
        series: layer.key,
        value: to - from,
        x: x(label) ?? 0,
        y: y(to),
        width: x.bandwidth(),
        height: y(from) - y(to),
      }
    }),
  )
  const step = Math.ceil(rows.length / maxLabels)
  const labels = rows
    .filter((_row, index) => index % step === 0)
    .map(({ label }) => ({ text: label, x: (x(label) ?? 0) + x.bandwidth() / 2 }))
  const ticks = y
    .ticks(4)
    .filter(Number.isInteger)
    .map((value) => ({ value, y: y(value) }))
  return { parts: parts.filter(({ value }) => value > 0), ticks, labels }
}
