import { placeBars } from './bars'

type Props = {
  id: string
  title: string
  /** A sentence summarising the chart. */
  description: string
  /** The heading of the table's first column: what the rows are. */
  rowHeading: string
  rows: readonly { label: string; values: Readonly<Record<string, number>> }[]
  /** From the bottom up: one series makes plain bars, two to six make stacked ones. */
  series: readonly { key: string; name: string }[]
  /** The series to draw, all by default; the table shows every one. */
  drawn?: readonly string[]
  /** How many rows to draw, starting with the first; the table shows every one. */
  maxBars?: number
}

const plot = { width: 640, height: 220 }
const margin = { top: 12, right: 8, bottom: 28, left: 56 }
const partClasses = ['chart-part-1', 'chart-part-2', 'chart-part-3', 'chart-part-4', 'chart-part-5', 'chart-part-6']
const number = new Intl.NumberFormat('en-GB')

/** A bar chart rendered on the server, with the same figures as a table. */
export function BarChart({ id, title, description, rowHeading, rows, series, drawn, maxBars }: Props) {
  const shown = series.filter(({ key }) => !drawn || drawn.includes(key))
  const { parts, ticks, labels } = placeBars(
    rows.slice(0, maxBars),
    shown.map(({ key }) => key),
    plot,
  )
  const classOf = (key: string) => `chart-part ${partClasses[series.findIndex((each) => each.key === key)] ?? ''}`
  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        {shown.length > 1 && (
          <ul className="chart-legend">
            {shown.map(({ key, name }) => (
              <li key={key}>
                <svg width="14" height="14" aria-hidden="true">
                  <rect className={classOf(key)} width="14" height="14" />
                </svg>
                {name}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      <svg
        viewBox={`0 0 ${plot.width + margin.left + margin.right} ${plot.height + margin.top + margin.bottom}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        <g transform={`translate(${margin.left} ${margin.top})`}>
          {ticks.map(({ value, y }) => (
            <g key={value}>
              <line className="chart-line" x2={plot.width} y1={y} y2={y} />
              <text className="chart-text" x={-8} y={y} dy="0.32em" textAnchor="end">
                {number.format(value)}
              </text>
            </g>
          ))}
          {parts.map(({ label, series: key, x, y, width, height }) => (
            <rect key={`${label} ${key}`} className={classOf(key)} x={x} y={y} width={width} height={height} />
          ))}
          {labels.map(({ text, x }) => (
            <text key={text} className="chart-text" x={x} y={plot.height + 18} textAnchor="middle">
              {text}
            </text>
          ))}
        </g>
      </svg>
      <details>
        <summary>The figures as a table</summary>
        <div className="chart-table" role="region" aria-labelledby={`${id}-caption`} tabIndex={0}>
          <table>
            <caption id={`${id}-caption`}>{title}</caption>
            <thead>
              <tr>
                <th scope="col">{rowHeading}</th>
                {series.map(({ key, name }) => (
                  <th key={key} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, values }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {series.map(({ key }) => (
                    <td key={key}>{number.format(values[key] ?? 0)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
