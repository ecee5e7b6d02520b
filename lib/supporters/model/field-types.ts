import { completeWebLink } from '../../shared/model/web-link'
import type { SupporterKind, SupporterStatus } from './supporter'

/** The value of each field type. Null means not given. */
export type ValueOf = {
  kind: SupporterKind
  status: SupporterStatus
  /** One line, required. */
  name: string
  line: string | null
  /** Several lines; '' for none. */
  text: string
  /** An https URL. */
  link: string | null
  /** YYYY-MM-DD. */
  day: string | null
  /** A Member's Parliament id. */
  member: number | null
  flag: boolean
  /** A place on the wall, lowest first. */
  position: number
}

export type FieldType = keyof ValueOf

/** How a type's values are represented in the database, forms and CSV cells. */
type TypeRules = {
  /** Its SQL type, or the enum in prisma/schema.prisma. */
  column: 'TEXT' | 'INTEGER' | 'BOOLEAN' | { enum: string }
  input: 'text' | 'textarea' | 'url' | 'date' | 'checkbox' | 'select'
  /** The default for a new supporter. Kind and name have none, so they are required. */
  blank: string | number | boolean | null
  /** Whether an empty CSV cell leaves the current value instead of clearing it. */
  keepsWhenEmpty: boolean
  /** Tidies a form value. */
  readDraft: (text: string) => string
  /** Converts a form value, for the rules in `input.ts` to validate. */
  fromDraft: (draft: string) => unknown
  /** Converts a CSV cell, for the same rules. */
  fromCell: (cell: string) => unknown
}

const same = (text: string) => text
const orNull = (text: string) => text || null
const trim = (text: string) => text.trim()
/** Forms submit CRLF line breaks. */
const toLines = (text: string) => text.replaceAll('\r\n', '\n')

const yes = ['yes', 'y', 'true', '1', 'x']
const no = ['no', 'n', 'false', '0', '']
const toFlag = (cell: string) => {
  const word = trim(cell).toLowerCase()
  return yes.includes(word) ? true : no.includes(word) ? false : trim(cell)
}
const toNumber = (cell: string) => {
  const text = trim(cell)
  return text === '' ? null : /^\d{1,10}$/.test(text) ? Number(text) : text
}

const text: TypeRules = {
  column: 'TEXT',
  input: 'text',
  blank: null,
  keepsWhenEmpty: false,
  readDraft: trim,
  fromDraft: orNull,
  fromCell: (cell) => orNull(trim(cell)),
}
const word: TypeRules = {
  ...text,
  input: 'select',
  keepsWhenEmpty: true,
  readDraft: same,
  fromDraft: same,
  fromCell: (cell) => trim(cell).toLowerCase(),
}
const number: TypeRules = {
  ...text,
  column: 'INTEGER',
  readDraft: same,
  fromDraft: (draft) => (draft ? Number(draft) : null),
  fromCell: toNumber,
}

export const typeRules: Record<FieldType, TypeRules> = {
  kind: { ...word, column: { enum: 'SupporterKind' } },
  status: { ...word, column: { enum: 'SupporterStatus' }, blank: 'draft' },
  name: { ...text, blank: '', keepsWhenEmpty: true, fromDraft: same, fromCell: trim },
  line: text,
  text: { ...text, input: 'textarea', blank: '', readDraft: toLines, fromDraft: same, fromCell: same },
  link: { ...text, input: 'url', readDraft: completeWebLink },
  day: { ...text, input: 'date', readDraft: same },
  member: number,
  flag: {
    ...text,
    column: 'BOOLEAN',
    input: 'checkbox',
    blank: false,
    readDraft: (draft) => (draft === 'yes' ? 'yes' : ''),
    fromDraft: (draft) => draft === 'yes',
    fromCell: toFlag,
  },
  position: { ...number, keepsWhenEmpty: true },
}

/** A value as form text: '' for none. */
export function toDraftText(type: FieldType, value: unknown): string {
  if (type === 'flag') return value ? 'yes' : ''
  return typeof value === 'string' || typeof value === 'number' ? typeRules[type].readDraft(String(value)) : ''
}
