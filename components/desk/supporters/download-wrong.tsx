import type { ImportRow } from '@/lib/supporters/model/import-check'

/** Downloads the wrong rows with their reasons, for a spreadsheet. */
export function DownloadWrong({ rows }: { rows: ImportRow[] }) {
  return (
    <button type="button" className="quiet" onClick={() => download(rows)}>
      Download the wrong rows with their reasons
    </button>
  )
}

function download(rows: ImportRow[]): void {
  // A cell that a spreadsheet would run gets an apostrophe in front.
  const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const lines = rows.map(({ line, name, problems }) => [String(line), name, problems.join(' ')].map(cell).join(','))
  const blob = new Blob([`\uFEFFline,name,reason\r\n${lines.join('\r\n')}\r\n`], { type: 'text/csv' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = 'wrong-rows.csv'
  link.click()
  URL.revokeObjectURL(link.href)
}
