import readWorkbook from 'read-excel-file/node'

const maxInflated = 50_000_000
const tooLarge = 'The workbook is too large to open. Delete the sheets and pictures you don’t need, or save it as CSV.'
const broken = 'The workbook can’t be opened. In Excel, choose File, Save As, “CSV UTF-8”, and choose that file.'

/** Whether a file is a workbook of Excel (.xlsx): a zip archive. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/** The first sheet of a workbook as rows of text; dates as YYYY-MM-DD. @param bytes untrusted */
export async function readFirstSheet(
  bytes: Uint8Array,
): Promise<{ outcome: 'read'; rows: string[][] } | { outcome: 'refused'; message: string }> {
  if (measureInflated(bytes) > maxInflated) return { outcome: 'refused', message: tooLarge }
  try {
    const [sheet] = await readWorkbook(Buffer.from(bytes))
    const rows = sheet?.data ?? []
    return { outcome: 'read', rows: rows.map((cells) => cells.map(formatValue)) }
  } catch {
    return { outcome: 'refused', message: broken }
  }
}

function formatValue(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** How large the archive says that it is, opened (PKWARE APPNOTE, 4.3.12); Infinity for one that can't be read. */
function measureInflated(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0) return Infinity
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let sum = 0
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return Infinity
    sum += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return sum
}
