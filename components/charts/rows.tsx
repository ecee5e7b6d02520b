import { scaleLinear } from 'd3-scale'

type Props = {
  description: string
  rows: readonly { label: string; value: number }[]
  className: string
}

const number = new Intl.NumberFormat('en-GB')

/** Bars that lie below each other, each under its name and figure, so that long names fit on a phone. */
export function Rows({ description, rows, className }: Props) {
  const width = scaleLinear()
    .domain([0, Math.max(1, ...rows.map(({ value }) => value))])
    .range([0, 100])
  return (
    <>
      <p className="fine">{description}</p>
      <ol className="chart-rows">
        {rows.map(({ label, value }) => (
          <li key={label}>
            <span>{label}</span> <strong>{number.format(value)}</strong>
            <svg width="100%" height="10" aria-hidden="true">
              <rect className={className} width={`${width(value)}%`} height="10" />
            </svg>
          </li>
        ))}
      </ol>
    </>
  )
}
