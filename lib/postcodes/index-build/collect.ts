import { readLines } from '../../shared/model/lines'
import { addLive, addTerminated, createCollection, type Addition, type Collection } from '../index/collection'
import { findColumns, type Columns } from './columns'
import { splitCsvLine } from './csv-line'
import { addProblem, createReport, type ImportReport } from './report'
import { parseRow } from './row'
import { readSources, type Source } from './source'
import { PostcodeSourceError } from './source-error'

export type Progress = { name: string; share: number; rows: number }

// A file without line breaks can't be a list of postcodes.
const longestLine = 1_000_000

/**
 * Reads every file into one collection. A live postcode wins over a terminated one; when a postcode has two
 * constituencies the first stays and the report records the conflict.
 * @throws PostcodeSourceError when a file cannot be read, or lacks a postcode or constituency column
 */
export async function collectPostcodes(
  files: string[],
  onProgress: (progress: Progress) => void,
): Promise<{ collection: Collection; report: ImportReport }> {
  const collection = createCollection()
  const report = createReport()
  for (const file of files) {
    let isUseful = false
    for await (const source of readSources(file)) {
      isUseful = (await collectSource(source, collection, report, onProgress)) || isUseful
    }
    if (!isUseful) {
      throw new PostcodeSourceError(
        `${file} has no columns for postcode (pcds, postcode) and constituency (pcon24cd, pcon).`,
      )
    }
  }
  return { collection, report }
}

async function collectSource(
  { name, text, readShare }: Source,
  collection: Collection,
  report: ImportReport,
  onProgress: (progress: Progress) => void,
): Promise<boolean> {
  let columns: Columns | null = null
  let line = 0
  for await (const lines of readLines(text)) {
    for (const content of lines) {
      line++
      if (content.length > longestLine)
        throw new PostcodeSourceError(`${name}:${line} is too long to be a line of a postcode list.`)
      if (content === '') continue
      if (columns !== null) collectRow(content, columns, `${name}:${line}`, collection, report)
      else {
        columns = findColumns(splitCsvLine(content.replace(/^\uFEFF/, '')) ?? [])
        if (columns === null) return false
        report.sources.push(name)
      }
    }
    onProgress({ name, share: readShare(), rows: report.rows })
  }
  return columns !== null
}

function collectRow(
  content: string,
  columns: Columns,
  place: string,
  collection: Collection,
  report: ImportReport,
): void {
  report.rows++
  const row = parseRow(content, columns)
  switch (row.kind) {
    case 'live':
      if (row.introduced > (report.newestIntroduction ?? '')) report.newestIntroduction = row.introduced
      return record(addLive(collection, row.postcode, row.code), 'live', `${place} ${row.postcode}`, report)
    case 'terminated':
      return record(
        addTerminated(collection, row.postcode, row.month),
        'terminated',
        `${place} ${row.postcode}`,
        report,
      )
    case 'skipped':
      report.skipped[row.reason]++
      return
    case 'malformed':
      addProblem(report.malformed, `${place} ${row.why}: ${JSON.stringify(content.slice(0, 60))}`)
  }
}

function record(addition: Addition, kind: 'live' | 'terminated', place: string, report: ImportReport): void {
  if (addition === 'added') report[kind]++
  // Two termination dates for one postcode aren't a conflict: it is terminated either way.
  else if (addition === 'conflicting' && kind === 'live')
    addProblem(report.conflicts, `${place}: an earlier row has another constituency`)
  else report.repeated++
}
