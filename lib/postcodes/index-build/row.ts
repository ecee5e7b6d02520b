import { sectorNumber, unitNumber } from '../index/numbering'
import type { Columns } from './columns'
import { splitCsvLine } from './csv-line'

/** Reasons to leave a valid row out of the index. */
export type SkipReason = 'northern_ireland' | 'islands' | 'no_constituency' | 'obsolete_form'

export type Row =
  | { kind: 'live'; postcode: string; code: string; introduced: string }
  | { kind: 'terminated'; postcode: string; month: number }
  | { kind: 'skipped'; reason: SkipReason }
  | { kind: 'malformed'; why: string }

const malformed = (why: string): Row => ({ kind: 'malformed', why })
const skipped = (reason: SkipReason): Row => ({ kind: 'skipped', reason })

function isNormal(postcode: string): boolean {
  return sectorNumber(postcode) >= 0 && unitNumber(postcode) >= 0
}

/** Normalises `AB101AB` and `AB1  0AB` (the directory's fixed widths); null when it isn't a postcode. */
function parsePostcode(text: string): string | null {
  if (isNormal(text)) return text
  const compact = text.replaceAll(' ', '').toUpperCase()
  const postcode = `${compact.slice(0, -3)} ${compact.slice(-3)}`
  return isNormal(postcode) ? postcode : null
}

/** A month as `2024-03`, so that later ones sort later; '' when it can't be read. */
function readIntroduction(text: string): string {
  return text.replace(/^(20\d\d|19\d\d)-?(\d\d).*$|^.*$/, (_, year?: string, month?: string) =>
    year === undefined ? '' : `${year}-${month}`,
  )
}

/** The month in `202403`, `2024-03` or `2024-03-31`, counted from January 1900; null when it can't be read. */
function parseMonth(text: string): number | null {
  const [, year = '', month = ''] = /^((?:19|20)\d\d)-?(0[1-9]|1[0-2])(?:-\d\d)?$/.exec(text) ?? []
  return year === '' ? null : (Number(year) - 1900) * 12 + Number(month)
}

/**
 * Parses one line of a postcode list. Codes come from the ONS Code History Database (E14, S14, W07, N05 and N06
 * are constituencies; L, M and ...99999999 mean none).
 */
export function parseRow(line: string, columns: Columns): Row {
  const fields = splitCsvLine(line)
  if (fields === null) return malformed('unpaired quotes')
  if (fields.length !== columns.width) return malformed(`${fields.length} fields instead of ${columns.width}`)
  const written = fields[columns.postcode]?.trim() ?? ''
  const code = fields[columns.constituency]?.trim() ?? ''
  const ended = columns.terminated === null ? '' : (fields[columns.terminated]?.trim() ?? '')
  const postcode = parsePostcode(written)
  // The directory has GIR 0AA and the old NPT postcodes, all terminated.
  if (postcode === null) return ended === '' ? malformed('not a postcode') : skipped('obsolete_form')
  if (/^BT\d/.test(postcode)) return skipped('northern_ireland')
  if (/^(?:GY|JE|IM)\d/.test(postcode)) return skipped('islands')
  if (ended !== '') {
    const month = parseMonth(ended)
    return month === null ? malformed('not a termination month') : { kind: 'terminated', postcode, month }
  }
  if (/^(?:E14|S14|W07)\d{6}$/.test(code) && !code.endsWith('999999')) {
    const introduced = columns.introduced === null ? '' : readIntroduction(fields[columns.introduced]?.trim() ?? '')
    return { kind: 'live', postcode, code, introduced }
  }
  if (/^[LM]\d{8}$|99999999$|^[ESW]\d\d999999$/.test(code)) return skipped('no_constituency')
  // In the ONS directory, a large user with no location; in a plain list, a missing value.
  if (code === '' && columns.terminated !== null) return skipped('no_constituency')
  return malformed(code === '' ? 'no constituency' : 'not a constituency code')
}
