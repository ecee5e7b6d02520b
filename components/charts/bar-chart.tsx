import { ChartTable } from './chart-table'
import { Columns } from './columns'
import { Rows } from './rows'

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
  /** The one series that is drawn, as bars that lie: for names. Without it, all of them stacked: for days. */
  drawn?: string
  /** How many rows to draw, starting with the first; the table shows every one. */
  maxBars?: number
}

const partClasses = ['chart-part-1', 'chart-part-2', 'chart-part-3', 'chart-part-4', 'chart-part-5', 'chart-part-6']

/** A bar chart rendered on the server, with the same figures as a table. */
export function BarChart({ id, title, description, rowHeading, rows, series, drawn, maxBars }: Props) {
  const classOf = (key: string) => `chart-part ${partClasses[series.findIndex((each) => each.key === key)] ?? ''}`
  const shown = rows.slice(0, maxBars)
  const columns = { id, title, description, rows: shown, keys: series.map(({ key }) => key), classOf }
  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        {drawn === undefined && (
          <ul className="chart-legend">
            {series.map(({ key, name }) => (
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
      {drawn === undefined ? (
        <>
          <Columns {...columns} size="wide" className="chart-wide" />
          <Columns {...columns} size="narrow" className="chart-narrow" />
        </>
      ) : (
        <Rows
          description={description}
          rows={shown.map(({ label, values }) => ({ label, value: values[drawn] ?? 0 }))}
          className={classOf(drawn)}
        />
      )}
      <ChartTable id={id} title={title} rowHeading={rowHeading} rows={rows} series={series} />
    </figure>
  )
}
