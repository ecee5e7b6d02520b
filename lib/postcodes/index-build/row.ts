import { sectorNumber, unitNumber } from '../index/numbering'
import type { Columns } from './columns'
import { splitCsvLine } from './csv-line'

/** Rows that are right and yet not for the index. */
export type SkipReason = 'northern_ireland' | 'islands' | 'no_constituency' | 'obsolete_form'

export type Row =
  | { kind: 'live'; postcode: string; code: string }
  | { kind: 'terminated'; postcode: string; month: number }
  | { kind: 'skipped'; reason: SkipReason }
  | { kind: 'malformed'; why: string }

const malformed = (why: string): Row => ({ kind: 'malformed', why })
const skipped = (reason: SkipReason): Row => ({ kind: 'skipped', reason })

function isNormal(postcode: string): boolean {
  return sectorNumber(postcode) >= 0 && unitNumber(postcode) >= 0
}

/** Brings `AB101AB` and `AB1  0AB` (the directory's fixed widths) into normal form, or null. */
function parsePostcode(text: string): string | null {
  if (isNormal(text)) return text
  const compact = text.replaceAll(' ', '').toUpperCase()
  const postcode = `${compact.slice(0, -3)} ${compact.slice(-3)}`
  return isNormal(postcode) ? postcode : null
}

/** The month of `202403`, `2024-03` or `2024-03-31`, counted from January 1900, or null. */
function parseMonth(text: string): number | null {
  const [, year = '', month = ''] = /^((?:19|20)\d\d)-?(0[1-9]|1[0-2])(?:-\d\d)?$/.exec(text) ?? []
  return year === '' ? null : (Number(year) - 1900) * 12 + Number(month)
}

/**
 * Judges one line of a list of postcodes. Codes: the ONS "Code History Database" (E14, S14, W07,
 * N05 and N06 are constituencies; L, M and ...99999999 stand for none).
 */
export function parseRow(line: string, columns: Columns): Row {
  const fields = splitCsvLine(line)
  if (fields === null) return malformed('quotes that do not pair up')
  if (fields.length !== columns.width) return malformed(`${fields.length} fields, not ${columns.width}`)
  const written = fields[columns.postcode]?.trim() ?? ''
  const code = fields[columns.constituency]?.trim() ?? ''
  const ended = columns.terminated === null ? '' : (fields[columns.terminated]?.trim() ?? '')
  const postcode = parsePostcode(written)
  // GIR 0AA and the old NPT postcodes are in the directory, as terminated.
  if (postcode === null) return ended === '' ? malformed('not a postcode') : skipped('obsolete_form')
  if (/^BT\d/.test(postcode)) return skipped('northern_ireland')
  if (/^(?:GY|JE|IM)\d/.test(postcode)) return skipped('islands')
  if (ended !== '') {
    const month = parseMonth(ended)
    return month === null ? malformed('not a month of termination') : { kind: 'terminated', postcode, month }
  }
  if (/^(?:E14|S14|W07)\d{6}$/.test(code) && !code.endsWith('999999')) return { kind: 'live', postcode, code }
  if (/^[LM]\d{8}$|99999999$|^[ESW]\d\d999999$/.test(code)) return skipped('no_constituency')
  // In the directory a large user without a place on the map; in a plain list a hole.
  if (code === '' && columns.terminated !== null) return skipped('no_constituency')
  return malformed(code === '' ? 'no constituency' : 'not a code of a constituency')
}
