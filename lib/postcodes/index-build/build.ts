import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Collection } from '../index/collection'
import { fitPostcodeIndex, IndexTooLargeError, type FittedIndex } from '../index/fit'
import { openPostcodeIndex } from '../index/open'
import { collectPostcodes, type Progress } from './collect'
import { findForeignCodes } from './foreign-codes'
import { findListDate } from './list-date'
import { findRefusal, type ImportReport } from './report'
import { PostcodeSourceError } from './source-error'
import { findDifference } from './verify'

export type BuildRequest = {
  files: string[]
  out: string
  /** The date of the list: a day, month or year; null to take it from the list (`findListDate`). */
  date: string | null
  /** null for the credit of the ONS Postcode Directory. */
  credit: string | null
  /** The ONS codes of all 650 constituencies. */
  constituencies: ReadonlySet<string>
  isSmallAllowed: boolean
  onProgress: (progress: Progress) => void
}

export type BuildResult =
  | { kind: 'refused'; report: ImportReport; reason: string }
  | { kind: 'built'; report: ImportReport; fitted: FittedIndex; date: string }

/**
 * Builds the index file from lists of postcodes. The old file stays until the new one has been written to disk,
 * reopened and verified against every postcode.
 * @throws PostcodeSourceError when a file cannot be read
 */
export async function buildPostcodeIndex({
  files,
  out,
  date,
  credit,
  constituencies,
  isSmallAllowed,
  onProgress,
}: BuildRequest): Promise<BuildResult> {
  const { collection, report } = await collectPostcodes(files, onProgress)
  const reason =
    findRefusal(report, isSmallAllowed) ??
    findForeignCodes([...collection.codes.keys()], constituencies, { sources: report.sources, isSmallAllowed })
  if (reason !== null) return { kind: 'refused', report, reason }
  const listDate = date ?? findListDate(report)
  if (listDate === null)
    return {
      kind: 'refused',
      report,
      reason: `${report.sources.join(', ')} doesn’t say from when it is. Add --date YYYY-MM.`,
    }
  try {
    const fitted = fitPostcodeIndex(collection, { date: listDate, credit: credit ?? composeCredit(listDate) })
    await replaceFile(out, fitted.bytes, (written) => check(collection, written, fitted.terminatedKept))
    return { kind: 'built', report, fitted, date: listDate }
  } catch (error) {
    if (error instanceof IndexTooLargeError) return { kind: 'refused', report, reason: error.message }
    throw error
  }
}

function composeCredit(date: string): string {
  const year = date.slice(0, 4)
  return `Contains OS data © Crown copyright and database right ${year}. Contains Royal Mail data © Royal Mail copyright and database right ${year}. Contains National Statistics data © Crown copyright and database right ${year}. Open Government Licence v3.0.`
}

function check(collection: Collection, written: Uint8Array, terminatedKept: number): void {
  const difference = findDifference(collection, openPostcodeIndex(written), terminatedKept)
  if (difference !== null) throw new PostcodeSourceError(`The new index does not match the lists: ${difference}.`)
}

async function replaceFile(out: string, bytes: Uint8Array, verify: (written: Uint8Array) => void): Promise<void> {
  const temporary = `${out}.${process.pid}.tmp`
  await mkdir(path.dirname(out), { recursive: true })
  try {
    const handle = await open(temporary, 'w')
    await handle
      .writeFile(bytes)
      .then(() => handle.sync())
      .finally(() => handle.close())
    verify(await readFile(temporary))
    await rename(temporary, out)
  } finally {
    await rm(temporary, { force: true })
  }
}
