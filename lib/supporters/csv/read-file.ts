import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { parseCsvField } from '../../shared/csv'
import { createPacer } from '../pace'
import { findAlias, findKindOfHeader, translateCell } from './aliases'
import { parseHeader, type SupporterColumn, supporterColumns } from './columns'
import { decodeText, isWindows } from './decode-text'
import { findGarbledWords } from './garbled'
import { isWorkbook, readFirstSheet } from './read-workbook'

const maxBytes = 5_000_000
const maxRows = 20_000
const maxCells = 200 // per row
const maxLetters = 100_000 // per row
const manyCells = 'A row can have at most 200 cells. Delete any columns you don’t need.'
const pieceBytes = 4_096 // parsed per step, which takes a few milliseconds

/**
 * A row of the file. `line` is where it starts in a text editor, `row` its number in a spreadsheet; the two
 * differ after a multi-line cell. Columns that the file lacks are absent. `raw`: all its cells, as they are.
 */
export type SupporterCsvRow = {
  line: number
  row: number
  cells: Partial<Record<SupporterColumn, string>>
  /** Those of them that the file has in other words, such as a day. */
  given?: Partial<Record<SupporterColumn, string>>
  raw: string[]
  isTooLong: boolean
}

/** Which column each header was read as; null where it was ignored. */
export type ReadHeader = { header: string; column: SupporterColumn | null }

/**
 * What people decide about a file: other columns for its headers ('' ignores one), rows to leave out, by line, whom
 * rows mean that are asked about, and whether the others of them are added when it is applied.
 */
export type ImportChoices = {
  mapping: Readonly<Record<string, string>>
  leftOut: readonly number[]
  answers?: Readonly<Record<string, string>> // by line, as `composeCandidateKey` writes them
  addsAsked?: boolean
}

export type SupporterCsv =
  | { outcome: 'read'; rows: SupporterCsvRow[]; titles: string[]; ignored: string[]; headers: ReadHeader[] } // `titles`: all headers; `ignored`: the unknown
  | Refusal

type Refusal = { outcome: 'refused'; line: number | null; message: string }

const noChoices: ImportChoices = { mapping: {}, leftOut: [] }
const maxTitleRows = 20

/**
 * Reads a supporters file as spreadsheets save it: a workbook (.xlsx), or text in UTF-8, UTF-16 or Windows-1252,
 * separated by commas, semicolons or tabs, also as named in Excel's `sep=` line; headers in any order and case, also
 * by other usual names and below rows of titles. Yields to other requests.
 * @param bytes not trusted, like `choices`
 */
export async function readSupporterCsv(bytes: Uint8Array, choices: ImportChoices = noChoices): Promise<SupporterCsv> {
  if (bytes.length > maxBytes) return refuse('The file is larger than 5 MB. Split it into smaller ones.')
  const records = isWorkbook(bytes) ? await readSheet(bytes) : await readText(bytes)
  if (!Array.isArray(records)) return records
  const filled = records.filter(({ isEmpty }) => !isEmpty)
  const isHeader = ({ cells }: NumberedRecord) => isHeaderRow(cells, choices.mapping)
  const top = Math.max(filled.slice(0, maxTitleRows).findIndex(isHeader), 0)
  const body = filled.slice(top + 1).filter(({ line }) => !choices.leftOut.includes(line))
  return toRows(filled[top]?.cells ?? [], body, choices.mapping)
}

async function readText(bytes: Uint8Array): Promise<NumberedRecord[] | Refusal> {
  const text = decodeText(bytes)
  await setImmediate()
  const garbled = isWindows(bytes) ? await findGarbledWords(text) : []
  if (garbled.length > 0)
    return refuse(
      `Some letters would be wrong, such as in ${garbled.map((word) => `“${word}”`).join(', ')}. Save the file as “CSV UTF-8”, or as an Excel workbook (.xlsx), and choose it again.`,
    )
  const [first = '', separator] = /^sep=(.)(?:\r\n|\r|\n|$)/i.exec(text) ?? []
  return readRecords(text.slice(first.length), separator ?? detectSeparator(text), first ? 2 : 1)
}

async function readSheet(bytes: Uint8Array): Promise<NumberedRecord[] | Refusal> {
  const sheet = await readFirstSheet(bytes)
  if (sheet.outcome === 'refused') return refuse(sheet.message)
  if (sheet.rows.length > maxRows + 1)
    return refuse('The sheet has more than 20,000 rows. Split it into smaller files.')
  if (sheet.rows.some((cells) => cells.length > maxCells)) return refuse(manyCells)
  return sheet.rows.map((cells, index) => ({
    line: index + 1,
    row: index + 1,
    cells,
    isEmpty: cells.every((cell) => cell.trim() === ''),
  }))
}

/** Above it may be titles: a row of headers names a supporter, and at least one thing more. */
function isHeaderRow(cells: readonly string[], mapping: ImportChoices['mapping']): boolean {
  const columns = cells.map((cell) => readHeader(cell, mapping)).filter((column) => column !== null)
  return (columns.includes('id') || columns.includes('name')) && new Set(columns).size > 1
}

function readHeader(header: string, mapping: ImportChoices['mapping']): SupporterColumn | null {
  const chosen = Object.hasOwn(mapping, header) ? mapping[header] : undefined
  if (chosen !== undefined) return supporterColumns.find(({ column }) => column === chosen)?.column ?? null
  return parseHeader(header) ?? findAlias(header)
}

type NumberedRecord = { line: number; row: number; cells: string[]; isEmpty: boolean }

async function toRows(
  headers: readonly string[],
  records: readonly NumberedRecord[],
  mapping: ImportChoices['mapping'],
): Promise<SupporterCsv> {
  const exact = headers.map((header) =>
    Object.hasOwn(mapping, header) ? readHeader(header, mapping) : parseHeader(header),
  )
  const twice = exact.find((column, index) => column !== null && exact.indexOf(column) !== index)
  if (twice) return refuse(`Two columns have the header “${headers[exact.indexOf(twice)]}”. Remove one of them.`)
  // A usual name counts where no column has our own, and the first of them where there are several.
  const columns: (SupporterColumn | null)[] = [...exact]
  for (const [index, header] of headers.entries()) {
    const alias = columns[index] || Object.hasOwn(mapping, header) ? null : findAlias(header)
    if (alias && !columns.includes(alias)) columns[index] = alias
  }
  if (!columns.includes('id') && !columns.includes('name'))
    return refuse('The first row has to name the columns, and one of them has to be “name” or “id”.')
  const kind = columns.includes('kind') ? null : findKindOfHeader(headers[columns.indexOf('name')] ?? '')
  const pace = createPacer()
  const rows: SupporterCsvRow[] = []
  for (const { line, row, cells } of records) {
    await pace()
    const given = columns.flatMap((column, index) =>
      column ? [[column, parseCsvField(cells[index] ?? '')] as const] : [],
    )
    const translated = given.map(([column, cell]) => [column, translateCell(column, cell)] as const)
    const others = given.filter(([, cell], index) => translated[index]?.[1] !== cell)
    rows.push({
      line,
      row,
      cells: {
        ...(kind && { kind }),
        ...Object.fromEntries(translated),
      },
      ...(others.length > 0 && { given: Object.fromEntries(others) }),
      raw: cells,
      isTooLong: cells.slice(headers.length).some((cell) => cell.trim() !== ''),
    })
  }
  return {
    outcome: 'read',
    rows,
    titles: [...headers],
    ignored: headers.filter((header, index) => columns[index] === null && header.trim() !== ''),
    headers: headers.flatMap((header, index) =>
      header.trim() === '' ? [] : [{ header, column: columns[index] ?? null }],
    ),
  }
}

/** The separator that turns most cells of the first line into known headers. */
function detectSeparator(text: string): string {
  const [line = ''] = text
    .trimStart()
    .slice(0, 10_000)
    .split(/[\r\n]/, 1)
  const count = (separator: string) =>
    line.split(separator).filter((cell) => parseHeader(cell) ?? findAlias(cell)).length
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
    relax_quotes: true, // inside a cell, a quotation mark is data
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
