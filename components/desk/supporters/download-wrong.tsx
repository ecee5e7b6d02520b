import type { ImportRow } from '@/lib/supporters/model/import-check'

/** Downloads the wrong rows as they are, each with its line and reason in front, to correct in a spreadsheet. */
export function DownloadWrong({ titles, rows }: { titles: string[]; rows: ImportRow[] }) {
  return (
    <button type="button" className="quiet" onClick={() => download(titles, rows)}>
      Download the wrong rows with their reasons
    </button>
  )
}

function download(titles: string[], rows: ImportRow[]): void {
  // A cell that a spreadsheet would run gets an apostrophe in front.
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const table = [
    ['line', 'reason', ...titles],
    ...rows.map(({ line, problems, cells }) => [String(line), problems.join(' '), ...cells]),
  ]
  const lines = table.map((cells) => `${cells.map(cell).join(',')}\r\n`)
  const blob = new Blob(['\uFEFF', ...lines], { type: 'text/csv' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = 'wrong-rows.csv'
  link.click()
  URL.revokeObjectURL(link.href)
}
