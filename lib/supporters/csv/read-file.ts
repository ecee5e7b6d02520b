import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { parseCsvField } from '../../shared/csv'
import { createPacer } from '../../shared/pace'
import { parseHeader, type SupporterColumn } from './columns'
import { decodeText } from './decode-text'

const maxBytes = 5_000_000
const maxRows = 20_000
const maxCells = 200 // per row
const maxLetters = 100_000 // per row
const manyCells = 'A row can have at most 200 cells. Delete any columns you don’t need.'
const pieceBytes = 4_096 // parsed per step, which takes a few milliseconds

/**
 * A row of the file. `line` is where it starts in a text editor, `row` its number in a spreadsheet; the two
 * differ after a multi-line cell. Columns that the file lacks are absent.
 */
export type SupporterCsvRow = {
  line: number
  row: number
  cells: Partial<Record<SupporterColumn, string>>
  isTooLong: boolean
}

export type SupporterCsv =
  | { outcome: 'read'; rows: SupporterCsvRow[]; ignored: string[] } // unknown headers
  | Refusal

type Refusal = { outcome: 'refused'; line: number | null; message: string }

/**
 * Reads a supporters file as spreadsheets save it: UTF-8, UTF-16 or Windows-1252; separated by commas,
 * semicolons or tabs, also as named in Excel's `sep=` line; headers in any order and case. Yields to other
 * requests.
 * @param bytes untrusted
 */
export async function readSupporterCsv(bytes: Uint8Array): Promise<SupporterCsv> {
  if (bytes.length > maxBytes) return refuse('The file is larger than 5 MB. Split it into smaller ones.')
  const text = decodeText(bytes)
  await setImmediate()
  const [first = '', separator] = /^sep=(.)(?:\r\n|\r|\n|$)/i.exec(text) ?? []
  const records = await readRecords(text.slice(first.length), separator ?? detectSeparator(text), first ? 2 : 1)
  if (!Array.isArray(records)) return records
  const [header, ...body] = records.filter(({ isEmpty }) => !isEmpty)
  return toRows(header?.cells ?? [], body)
}

type NumberedRecord = { line: number; row: number; cells: string[]; isEmpty: boolean }

async function toRows(headers: readonly string[], records: readonly NumberedRecord[]): Promise<SupporterCsv> {
  const columns = headers.map(parseHeader)
  const known = columns.filter((column) => column !== null)
  const twice = known.find((column, index) => known.indexOf(column) !== index)
  if (twice) return refuse(`Two columns have the header “${headers[columns.indexOf(twice)]}”. Remove one of them.`)
  if (!known.includes('id') && !known.includes('name'))
    return refuse('The first row has to name the columns, and one of them has to be “name” or “id”.')
  const pace = createPacer()
  const rows: SupporterCsvRow[] = []
  for (const { line, row, cells } of records) {
    await pace()
    rows.push({
      line,
      row,
      cells: Object.fromEntries(
        columns.flatMap((column, index) => (column ? [[column, parseCsvField(cells[index] ?? '')]] : [])),
      ),
      isTooLong: cells.slice(headers.length).some((cell) => cell.trim() !== ''),
    })
  }
  return {
    outcome: 'read',
    rows,
    ignored: headers.filter((header, index) => columns[index] === null && header.trim() !== ''),
  }
}

/** The separator that turns most cells of the first line into known headers. */
function detectSeparator(text: string): string {
  const [line = ''] = text
    .trimStart()
    .slice(0, 10_000)
    .split(/[\r\n]/, 1)
  const count = (separator: string) => line.split(separator).filter((cell) => parseHeader(cell)).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

// Empty rows count: they take time too, and spreadsheets do save them. The header adds one.
async function readRecords(text: string, delimiter: string, firstLine: number): Promise<NumberedRecord[] | Refusal> {
  if (hasEndlessLine(text, delimiter)) return refuse(manyCells)
  const records: NumberedRecord[] = []
  const options = {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: maxLetters,
  }
  const parser = Readable.from(cutUp(Buffer.from(text)), { objectMode: false }).pipe(parse(options))
  let line = firstLine
  try {
    for await (const cells of parser) {
      if (records.length > maxRows)
        return refuse(
          'The file has more than 20,000 rows, empty ones included. Split it into smaller files, or delete the empty rows.',
        )
      if (cells.length > maxCells) return { outcome: 'refused', line, message: manyCells }
      records.push({ line, row: records.length + 1, cells, isEmpty: cells.every((cell: string) => cell.trim() === '') })
      // The parser counts a CRLF inside a cell twice.
      line += 1 + countLineBreaks(cells)
    }
    return records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_MAX_RECORD_SIZE')
      return { outcome: 'refused', line, message: 'This row is longer than 100,000 characters. Shorten its text.' }
    const at = 'lines' in error && typeof error.lines === 'number' ? error.lines + firstLine - 1 : null
    return {
      outcome: 'refused',
      line: at,
      message: 'A quotation mark here opens or closes in the wrong place. Save the file again from a spreadsheet.',
    }
  }
}

// The parser has no cell limit, and could make millions out of a single line.
function hasEndlessLine(text: string, delimiter: string): boolean {
  const wanted = delimiter.charCodeAt(0)
  let delimiters = 0
  for (let at = 0; at < text.length && delimiters < maxLetters; at++) {
    const code = text.charCodeAt(at)
    if (code === wanted) delimiters++
    else if (code === 0x0a || code === 0x0d) delimiters = 0
  }
  return delimiters === maxLetters
}

async function* cutUp(bytes: Buffer): AsyncGenerator<Buffer> {
  const pace = createPacer(0)
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    await pace()
    yield bytes.subarray(at, at + pieceBytes)
  }
}

function countLineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
}

function refuse(message: string): Refusal {
  return { outcome: 'refused', line: null, message }
}
