import { type FieldType, typeRules, type ValueOf } from './field-types'

/**
 * A field of a supporter. Validation, the desk's form, CSV files, the activity log with its undo, writes and
 * the wall all follow this table; besides an entry here, a field needs its column in `prisma/schema.prisma` and, if it is
 * a text, a decision about erasures. See "A new field" in ../README.md.
 */
type Field = FieldOf<Exclude<FieldType, TextType>, 'own'> | FieldOf<TextType, 'own' | 'detail'>

type TextType = 'name' | 'line' | 'text' | 'link'

type FieldOf<Type extends FieldType, Shown> = {
  type: Type
  /** Staff's name for it, mid-sentence: "You both changed the …". */
  called: string
  /** For text, the maximum number of characters; 200 by default. */
  max?: number
  /** Its CSV column, with the desk's help text. */
  csv: { header: string; help: string }
  /** Its order in the form, lowest first (in tens, so that another fits between), and the kinds it applies to; without this, the form leaves it out. */
  form?: { place: number; label: string; hint?: string; isFor?: 'mp' | 'member' }
  /** `own`: `wall.ts` handles it specially; `detail`, for texts: the wall's card shows it on a line of its own. */
  onWall?: Shown
}

/** A supporter's fields, except the logo, in CSV order. */
const table = {
  kind: {
    type: 'kind',
    called: 'kind',
    csv: { header: 'kind', help: 'mp, peer or organisation.' },
    form: { place: 10, label: 'Kind' },
    onWall: 'own',
  },
  name: {
    type: 'name',
    called: 'name',
    csv: { header: 'name', help: 'As the wall shows it. An MP with a Parliament id may go without.' },
    form: { place: 30, label: 'Name on the wall' },
    onWall: 'own',
  },
  memberId: {
    type: 'member',
    called: 'Parliament id',
    csv: { header: 'parliament id', help: 'Of MPs and peers, if you know it.' },
    form: { place: 20, label: 'Member of Parliament', isFor: 'member' },
    onWall: 'own',
  },
  isFormer: {
    type: 'flag',
    called: 'no longer in Parliament',
    csv: { header: 'former', help: 'yes or no.' },
    form: {
      place: 50,
      label: 'No longer in Parliament',
      hint: 'Leave it alone for an MP chosen from the directory: the site knows.',
      isFor: 'member',
    },
    onWall: 'own',
  },
  constituency: {
    type: 'line',
    called: 'constituency at signing',
    csv: { header: 'constituency', help: 'Of an MP, as it was when they signed.' },
    form: {
      place: 40,
      label: 'Constituency at signing',
      hint: 'Shown once they are not an MP any more.',
      isFor: 'mp',
    },
    onWall: 'own',
  },
  link: {
    type: 'link',
    called: 'link',
    max: 500,
    csv: { header: 'link', help: 'A web address, such as https://example.org.' },
    form: { place: 60, label: 'Link', hint: 'Their own page, such as https://example.org.' },
    onWall: 'own',
  },
  position: {
    type: 'position',
    called: 'place on the wall',
    csv: { header: 'position', help: 'On the wall, the lowest first. Leave it empty to put somebody new last.' },
  },
  status: {
    type: 'status',
    called: 'status',
    csv: { header: 'status', help: 'draft, published or hidden.' },
  },
  joinedOn: {
    type: 'day',
    called: 'day of joining',
    csv: { header: 'joined on', help: 'A day, such as 2026-11-22, 22/11/2026 or 22/11/26: the day comes first.' },
    form: { place: 70, label: 'Day of joining', hint: 'The wall check looks for changes since this day.' },
  },
  notes: {
    type: 'text',
    called: 'notes',
    max: 5_000,
    csv: { header: 'notes', help: 'For your colleagues.' },
    form: { place: 80, label: 'Notes', hint: 'For staff. Never shown to the public.' },
  },
} as const satisfies Record<string, Field>

type Table = typeof table
type With<Key extends keyof Field> = {
  [Name in keyof Table]: Table[Name] extends Record<Key, unknown> ? Name : never
}[keyof Table]

export type SupporterField = keyof Table
/** A field in the form. */
export type DraftField = With<'form'>
/** A field whose values are texts of any kind, not one of a list. */
export type TextField = {
  [Name in keyof Table]: string extends NonNullable<ValueOf[Table[Name]['type']]> ? Name : never
}[keyof Table]
/** A field that the wall needs. */
export type WallField = With<'onWall'>

/** A supporter's editable values, except the logo. */
export type SupporterValues = { [Name in SupporterField]: ValueOf[Table[Name]['type']] }

/** A stored supporter and the version that was read. */
export type KnownSupporter = SupporterValues & { id: number; version: number }

export const supporterFields: Readonly<Record<SupporterField, Field>> = table

/** The fields in CSV order. */
export const fieldNames = Object.keys(table) as SupporterField[]

/** The form's fields, in order. */
export const draftFields = fieldNames
  .filter((name): name is DraftField => supporterFields[name].form !== undefined)
  .sort((a, b) => table[a].form.place - table[b].form.place)

/** The fields that the wall needs, and those its cards show as lines. */
export const wallFields = fieldNames.filter((name): name is WallField => supporterFields[name].onWall !== undefined)
const detailFields = fieldNames.filter((name) => supporterFields[name].onWall === 'detail')

/**
 * Maps fields to an object with a value for each.
 * @param make returns a field's value
 */
export function mapFields<Values extends Partial<Record<SupporterField, unknown>>>(
  names: readonly (keyof Values & SupporterField)[],
  make: (name: keyof Values & SupporterField) => unknown,
): Values {
  // `make` determines each value's type; TypeScript can't follow that through `fromEntries`.
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Values
}

/** The defaults of a new supporter. Kind and position are required. */
export const blankValues = mapFields<Omit<SupporterValues, 'kind' | 'position'>>(
  fieldNames.filter((name) => name !== 'kind' && name !== 'position'),
  (name) => typeRules[supporterFields[name].type].blank,
)

/** The detail lines of a card on the wall, besides name and role. */
export function listDetails(row: Readonly<Record<string, unknown>>): string[] {
  return detailFields.flatMap((name) => {
    const value = row[name]
    return typeof value === 'string' && value !== '' ? [value] : []
  })
}
