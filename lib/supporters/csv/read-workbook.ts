import pLimit from 'p-limit'
import { z } from 'zod'
import { runApart } from '../run-apart'

const limits = { timeLimitMs: 20_000, maxHeapMb: 512 }
const inTurn = pLimit(1) // reading is memory-hungry: one at a time

const messages = {
  'too-large': 'The workbook is too large to open. Delete the sheets and columns you don’t need, or save it as CSV.',
  broken: 'The workbook can’t be opened. In Excel, choose File, Save As, “CSV UTF-8”, and choose that file.',
}

const answerShape = z.union([
  z.object({ rows: z.array(z.array(z.string())) }),
  z.object({ reason: z.enum(['too-large', 'broken']) }),
])

/** Whether a file is a workbook of Excel (.xlsx): a zip archive. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/**
 * The first sheet of a workbook as rows of text; dates as YYYY-MM-DD. Read in a separate process with limits of time
 * and memory.
 * @param bytes not trusted
 */
export async function readFirstSheet(
  bytes: Uint8Array,
): Promise<{ outcome: 'read'; rows: string[][] } | { outcome: 'refused'; message: string }> {
  const ran = await inTurn(() => runApart('csv/workbook-process.mjs', bytes, limits))
  if ('failure' in ran) return { outcome: 'refused', message: messages['too-large'] }
  const answer = answerShape.parse(JSON.parse(ran.output.toString()))
  return 'rows' in answer
    ? { outcome: 'read', rows: answer.rows }
    : { outcome: 'refused', message: messages[answer.reason] }
}
