import { median } from './figures'
import { byteKinds, type LabLoad } from './lab'

/** A page's loads, and how many scripts ran in it. */
export type LabPage = { name: string; loads: LabLoad[]; scripts: number }

/** Medians of the loads as two Markdown tables, the baseline in the first row: what is felt, and what is sent. */
export function composeLabTables(pages: LabPage[]): string {
  const felt = pages.map(({ name, loads, scripts }) => {
    const middle = (field: 'lcpMs' | 'fcpMs' | 'tbtMs' | 'cls' | 'requests') => median(loads.map((load) => load[field]))
    const ms = (field: 'lcpMs' | 'fcpMs' | 'tbtMs') => `${format(middle(field))} ms`
    return [
      name,
      ms('lcpMs'),
      ms('fcpMs'),
      ms('tbtMs'),
      String(Number(middle('cls').toFixed(3))),
      format(middle('requests')),
      String(scripts),
    ]
  })
  const sent = pages.map(({ name, loads }) => {
    const middle = (count: (load: LabLoad) => number) => median(loads.map(count))
    const cells = byteKinds.map((kind) => format(middle(({ bytes }) => bytes[kind] ?? 0)))
    return [
      name,
      ...cells,
      format(middle(({ bytes }) => Object.values(bytes).reduce((total, value) => total + value, 0))),
    ]
  })
  return [
    composeTable(
      ['page', 'LCP', 'FCP', 'TBT', 'CLS', 'requests', 'scripts that ran'],
      [...felt, ['target', '≤ 1,200 ms', '', '≤ 150 ms', '0', '', '']],
    ),
    '',
    composeTable(
      ['page, bytes as sent', ...byteKinds, 'total'],
      [...sent, ['target', ...byteKinds.map(() => ''), '≤ 250,000 on `/`']],
    ),
  ].join('\n')
}

function composeTable(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function format(value: number): string {
  return Math.round(value).toLocaleString('en-GB')
}
