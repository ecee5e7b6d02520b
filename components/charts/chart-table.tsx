type Props = {
  id: string
  title: string
  rowHeading: string
  rows: readonly { label: string; values: Readonly<Record<string, number>> }[]
  series: readonly { key: string; name: string }[]
}

const number = new Intl.NumberFormat('en-GB')

/** The figures of a chart as a table. */
export function ChartTable({ id, title, rowHeading, rows, series }: Props) {
  return (
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
  )
}
