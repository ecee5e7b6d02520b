import { placeBars } from './bars'

type Props = {
  id: string
  title: string
  description: string
  rows: readonly { label: string; values: Readonly<Record<string, number>> }[]
  keys: readonly string[]
  classOf: (key: string) => string
  size: 'wide' | 'narrow'
  className: string
}

// Text keeps its size only where a unit is a pixel, so a phone gets a drawing of its own.
const plots = {
  wide: { width: 640, height: 220, left: 56, maxLabels: 8 },
  narrow: { width: 280, height: 200, left: 48, maxLabels: 3 },
}
const margin = { top: 12, right: 12, bottom: 28 }
const number = new Intl.NumberFormat('en-GB')

/** Stacked bars that stand side by side, drawn for one width of the page. */
export function Columns({ id, title, description, rows, keys, classOf, size, className }: Props) {
  const { left, maxLabels, ...plot } = plots[size]
  const { parts, ticks, labels } = placeBars(rows, keys, plot, maxLabels)
  return (
    <svg
      className={className}
      viewBox={`0 0 ${plot.width + left + margin.right} ${plot.height + margin.top + margin.bottom}`}
      role="img"
      aria-labelledby={`${id}-${size}-title ${id}-${size}-desc`}
    >
      <title id={`${id}-${size}-title`}>{title}</title>
      <desc id={`${id}-${size}-desc`}>{description}</desc>
      <g transform={`translate(${left} ${margin.top})`}>
        {ticks.map(({ value, y }) => (
          <g key={value}>
            <line className="chart-line" x2={plot.width} y1={y} y2={y} />
            <text className="chart-text" x={-8} y={y} dy="0.32em" textAnchor="end">
              {number.format(value)}
            </text>
          </g>
        ))}
        {parts.map(({ label, series, x, y, width, height }) => (
          <rect key={`${label} ${series}`} className={classOf(series)} x={x} y={y} width={width} height={height} />
        ))}
        {labels.map(({ text, x }) => (
          <text key={text} className="chart-text" x={x} y={plot.height + 18} textAnchor="middle">
            {text}
          </text>
        ))}
      </g>
    </svg>
  )
}
