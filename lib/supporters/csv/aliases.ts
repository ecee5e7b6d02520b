import type { SupporterKind } from '../model/supporter'
import type { SupporterColumn } from './columns'

/** What people call our columns in their own spreadsheets, without spaces, case or punctuation. */
const aliases: Record<string, SupporterColumn> = {
  type: 'kind',
  category: 'kind',
  supportertype: 'kind',
  organisation: 'name',
  organization: 'name',
  organisationname: 'name',
  organizationname: 'name',
  charity: 'name',
  supporter: 'name',
  signatory: 'name',
  fullname: 'name',
  mp: 'name',
  mpname: 'name',
  member: 'name',
  peer: 'name',
  seat: 'constituency',
  datesigned: 'joinedOn',
  signedon: 'joinedOn',
  signed: 'joinedOn',
  date: 'joinedOn',
  datejoined: 'joinedOn',
  joined: 'joinedOn',
  website: 'link',
  webpage: 'link',
  web: 'link',
  url: 'link',
  homepage: 'link',
  mnisid: 'memberId',
  memberid: 'memberId',
  comments: 'notes',
  note: 'notes',
}

const kindsOfHeader: Record<string, SupporterKind> = {
  organisation: 'organisation',
  organization: 'organisation',
  organisationname: 'organisation',
  organizationname: 'organisation',
  charity: 'organisation',
  mp: 'mp',
  mpname: 'mp',
  peer: 'peer',
}

const kinds: Record<string, SupporterKind> = {
  memberofparliament: 'mp',
  mps: 'mp',
  lord: 'peer',
  lords: 'peer',
  baroness: 'peer',
  baron: 'peer',
  houseoflords: 'peer',
  peers: 'peer',
  org: 'organisation',
  organization: 'organisation',
  organisations: 'organisation',
  charity: 'organisation',
  ngo: 'organisation',
  company: 'organisation',
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const toKey = (text: string) => text.toLowerCase().replace(/[^a-z]+/g, '')

/** The column that a usual name of a column means; null for any other. */
export function findAlias(header: string): SupporterColumn | null {
  const key = toKey(header.slice(0, 100))
  return Object.hasOwn(aliases, key) ? (aliases[key] ?? null) : null
}

/** The kind of everybody in a file whose column of names is called so, such as “Organisation”. */
export function findKindOfHeader(header: string): SupporterKind | null {
  const key = toKey(header.slice(0, 100))
  return Object.hasOwn(kindsOfHeader, key) ? (kindsOfHeader[key] ?? null) : null
}

/** A cell as our own files would have it: the usual words for kinds, the usual dates with the day first. */
export function translateCell(column: SupporterColumn, cell: string): string {
  const text = cell.trim()
  if (column === 'kind') return kinds[toKey(text)] ?? cell
  return column === 'joinedOn' ? translateDay(text, cell) : cell
}

function translateDay(text: string, cell: string): string {
  const numbers = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})$/.exec(text)
  if (numbers) return composeDay(numbers[3], numbers[2], numbers[1])
  const [, day, word = '', year] =
    /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[-/ ]([a-z]{3,9})\.?,?[-/ ](\d{4}|\d{2})$/i.exec(text) ?? []
  const month = months.indexOf(word.slice(0, 3).toLowerCase()) + 1
  if (day && year && month > 0) return composeDay(year, String(month), day)
  return /^\d{4}-\d{2}-\d{2}[T ]00:00/.test(text)
    ? text.slice(0, 10)
    : text.replace(/^(\d{4})\/(\d{2})\/(\d{2})$/, '$1-$2-$3') || cell
}

function composeDay(year = '', month = '', day = ''): string {
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
