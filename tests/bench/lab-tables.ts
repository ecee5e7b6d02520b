import { z } from 'zod'
import { median } from './figures'
import { categories, type Scores, scores } from './lighthouse'

/** The kinds of what a page loads. */
export const byteKinds = ['HTML', 'CSS', 'JavaScript', 'fonts', 'images', 'other'] as const
export type ByteKind = (typeof byteKinds)[number]

/** One load of a page in the lab; `bytes` as they travelled, headers and all. */
export type LabLoad = {
  fcpMs: number
  lcpMs: number
  tbtMs: number
  cls: number
  requests: number
  bytes: Partial<Record<ByteKind, number>>
}

/** What is stored of a page: the medians of its loads, and how many scripts ran. `totalBytes` is a median of its own. */
export const labPage = z.object({
  name: z.string(),
  lcpMs: z.number(),
  fcpMs: z.number(),
  tbtMs: z.number(),
  cls: z.number(),
  requests: z.number(),
  scripts: z.number(),
  bytes: z.record(z.enum(byteKinds), z.number()),
  totalBytes: z.number(),
  lighthouse: scores.optional(),
})
type LabPage = z.infer<typeof labPage>

/** The medians of a page's loads; milliseconds and bytes are whole. */
export function summariseLoads(name: string, loads: LabLoad[], scripts: number, lighthouse?: Scores): LabPage {
  const middle = (measure: (load: LabLoad) => number) => median(loads.map(measure))
  const bytesOf = (kind: ByteKind) => Math.round(middle(({ bytes }) => bytes[kind] ?? 0))
  return {
    name,
    lcpMs: Math.round(middle(({ lcpMs }) => lcpMs)),
    fcpMs: Math.round(middle(({ fcpMs }) => fcpMs)),
    tbtMs: Math.round(middle(({ tbtMs }) => tbtMs)),
    cls: Number(middle(({ cls }) => cls).toFixed(3)),
    requests: middle(({ requests }) => requests),
    scripts,
    ...(lighthouse && { lighthouse }),
    bytes: {
      HTML: bytesOf('HTML'),
      CSS: bytesOf('CSS'),
      JavaScript: bytesOf('JavaScript'),
      fonts: bytesOf('fonts'),
      images: bytesOf('images'),
      other: bytesOf('other'),
    },
    totalBytes: Math.round(middle(({ bytes }) => Object.values(bytes).reduce((total, value) => total + value, 0))),
  }
}

/** Pages as two Markdown tables, the baseline in the first row: what is felt, and what is sent. */
export function composeLabTables(pages: LabPage[]): string {
  const felt = pages.map(({ name, lcpMs, fcpMs, tbtMs, cls, requests, scripts, lighthouse }) => [
    name,
    `${format(lcpMs)} ms`,
    `${format(fcpMs)} ms`,
    `${format(tbtMs)} ms`,
    String(cls),
    format(requests),
    String(scripts),
    categories.map((category) => lighthouse?.[category] ?? '–').join(' '),
  ])
  const sent = pages.map(({ name, bytes, totalBytes }) => [
    name,
    ...byteKinds.map((kind) => format(bytes[kind])),
    format(totalBytes),
  ])
  return [
    composeTable(
      ['page', 'LCP', 'FCP', 'TBT', 'CLS', 'requests', 'scripts that ran', 'Lighthouse'],
      [...felt, ['target', '≤ 900 ms', '', '≤ 50 ms', '0', '', '', '100 100 100 100']],
    ),
    '',
    composeTable(
      ['page, bytes as sent', ...byteKinds, 'total'],
      [...sent, ['target', ...byteKinds.map(() => ''), '≤ 250,000 on `/`']],
    ),
  ].join('\n')
}

/** A Markdown table. */
export function composeTable(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function format(value: number): string {
  return Math.round(value).toLocaleString('en-GB')
}
