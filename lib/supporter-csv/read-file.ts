import { CsvError, parse } from 'csv-parse/sync'
import { parseCsvField } from '../csv-field'
import { parseHeader, type SupporterColumn } from './columns'
import { decodeText } from './decode-text'

const mostBytes = 5_000_000
const mostRows = 20_000

/**
 * A row of the file. `line` is where it begins in a text editor, `row` is its number in a spreadsheet;
 * they differ after a cell of several lines. A column that the file lacks is absent.
 */
export type SupporterCsvRow = { line: number; row: number; cells: Partial<Record<SupporterColumn, string>>; isTooLong: boolean }

export type SupporterCsv =
  | { outcome: 'read'; rows: SupporterCsvRow[]; ignored: string[] } // headers that mean nothing here
  | { outcome: 'refused'; line: number | null; message: string }

/**
 * Reads a file of supporters as a spreadsheet may have saved it: UTF-8, UTF-16 or Windows-1252; comma,
 * semicolon or tab, also named by Excel's `sep=` line; headers in any order and case.
 * @param bytes not trusted
 */
export function readSupporterCsv(bytes: Uint8Array): SupporterCsv {
  if (bytes.length > mostBytes) return refuse('The file is larger than 5 MB. Split it into smaller ones.')
  const text = decodeText(bytes)
  const [first = '', separator] = /^sep=(.)(?:\r\n|\r|\n|$)/i.exec(text) ?? []
  const records = splitRecords(text.slice(first.length), separator ?? detectSeparator(text))
  if (!Array.isArray(records)) return { ...records, line: records.line && records.line + Number(Boolean(first)) }

  const [header, ...body] = numberRecords(records, first ? 2 : 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  return toRows(header?.cells ?? [], body)
}

type NumberedRecord = { line: number; row: number; cells: string[] }

function toRows(headers: readonly string[], records: readonly NumberedRecord[]): SupporterCsv {
  const columns = headers.map(parseHeader)
  const known = columns.filter((column) => column !== null)
  const twice = known.find((column, index) => known.indexOf(column) !== index)
  if (twice) return refuse(`Two columns have the header “${headers[columns.indexOf(twice)]}”. Remove one of them.`)
  if (!known.includes('id') && !known.includes('name')) return refuse('The first row has to name the columns, and one of them has to be “name” or “id”.')
  if (records.length > mostRows) return refuse('The file has more than 20,000 rows. Split it into smaller ones.')
  const rows = records.map(({ line, row, cells }) => ({
    line,
    row,
    cells: Object.fromEntries(columns.flatMap((column, index) => (column ? [[column, parseCsvField(cells[index] ?? '')]] : []))),
    isTooLong: cells.slice(headers.length).some((cell) => cell.trim() !== ''),
  }))
  return { outcome: 'read', rows, ignored: headers.filter((header, index) => columns[index] === null && header.trim() !== '') }
}

/** The separator by which most of the first line's cells are headers. */
function detectSeparator(text: string): string {
  const [line = ''] = text.trimStart().split(/[\r\n]/, 1)
  const count = (separator: string) => line.split(separator).filter((cell) => parseHeader(cell)).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

function splitRecords(text: string, delimiter: string): string[][] | Extract<SupporterCsv, { outcome: 'refused' }> {
  try {
    return parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : null
    return { outcome: 'refused', line, message: 'A quotation mark here opens or closes at the wrong place. Save the file again from a spreadsheet.' }
  }
}

// The parser counts a line break of two characters inside a cell twice.
function numberRecords(records: readonly string[][], firstLine: number): NumberedRecord[] {
  let line = firstLine
  return records.map((cells, index) => {
    const record = { line, row: index + 1, cells }
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    return record
  })
}

function refuse(message: string): Extract<SupporterCsv, { outcome: 'refused' }> {
  return { outcome: 'refused', line: null, message }
}
