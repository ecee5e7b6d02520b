import { type FieldType, typeRules, type ValueOf } from './field-types'

/**
 * A field of a supporter. The input rules, the form of the desk, CSV files, the activity log with its
 * undo, the writes and the wall all follow this table; a column in `prisma/schema.prisma` is the one
 * thing that it needs besides. See "A new field" in ../README.md.
 */
type Field = {
  type: FieldType
  /** What staff call it in a sentence: "You both changed the …". */
  called: string
  /** Of text: the most characters; 200 if not said. */
  max?: number
  /** Its column of a CSV file, and what the desk says about that. */
  csv: { header: string; help: string }
  /** Where it stands in the form, lowest first, and for which kinds; without it, no form has the field. */
  form?: { place: number; label: string; hint?: string; isFor?: 'mp' | 'member' }
  /** `detail`: the card on the wall shows it as a line of its own; `own`: `wall.ts` knows what to do with it. */
  onWall?: 'detail' | 'own'
}

/** The fields of a supporter, all but the logo, in the order of a CSV file. */
const table = {
  kind: {
    type: 'kind',
    called: 'kind',
    csv: { header: 'kind', help: 'mp, peer or organisation.' },
    form: { place: 1, label: 'Kind' },
    onWall: 'own',
  },
  name: {
    type: 'name',
    called: 'name',
    csv: { header: 'name', help: 'As the wall shows it. An MP with a Parliament id may go without.' },
    form: { place: 3, label: 'Name on the wall' },
    onWall: 'own',
  },
  memberId: {
    type: 'member',
    called: 'Parliament id',
    csv: { header: 'parliament id', help: 'Of MPs and peers, if you know it.' },
    form: { place: 2, label: 'Member of Parliament', isFor: 'member' },
    onWall: 'own',
  },
  isFormer: {
    type: 'flag',
    called: 'no longer in Parliament',
    csv: { header: 'former', help: 'yes or no.' },
    form: {
      place: 5,
      label: 'No longer in Parliament',
      hint: 'Of an MP found in the directory, the site knows by itself.',
      isFor: 'member',
    },
    onWall: 'own',
  },
  constituency: {
    type: 'line',
    called: 'constituency at signing',
    csv: { header: 'constituency', help: 'Of an MP, as it was when they signed.' },
    form: {
      place: 4,
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
    csv: { header: 'link', help: 'It begins with https://.' },
    form: { place: 6, label: 'Link', hint: 'Their own page. Begins with https://' },
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
    csv: { header: 'joined on', help: 'A day, such as 2026-11-22 or 22/11/2026.' },
    form: { place: 7, label: 'Day of joining', hint: 'From this day on the wall check looks for changes.' },
  },
  notes: {
    type: 'text',
    called: 'notes',
    max: 5_000,
    csv: { header: 'notes', help: 'For your colleagues.' },
    form: { place: 8, label: 'Notes', hint: 'For staff. Never shown to the public.' },
  },
} as const satisfies Record<string, Field>

type Table = typeof table
type With<Key extends keyof Field> = {
  [Name in keyof Table]: Table[Name] extends Record<Key, unknown> ? Name : never
}[keyof Table]

export type SupporterField = keyof Table
/** A field that the form has. */
export type DraftField = With<'form'>
/** A field that the wall needs. */
export type WallField = With<'onWall'>

/** A supporter as staff write it, all but the logo. */
export type SupporterValues = { [Name in SupporterField]: ValueOf[Table[Name]['type']] }

/** A supporter that is kept, with the version that was read. */
export type KnownSupporter = SupporterValues & { id: number; version: number }

/** Each field's description. */
export const supporterFields: Readonly<Record<SupporterField, Field>> = table

/** The fields in the order of a CSV file. */
export const fieldNames = Object.keys(table) as SupporterField[]

/** The fields of the form, in its order. */
export const draftFields = fieldNames
  .filter((name): name is DraftField => supporterFields[name].form !== undefined)
  .sort((a, b) => table[a].form.place - table[b].form.place)

/** The fields that the wall needs, and of these the lines of its cards. */
export const wallFields = fieldNames.filter((name): name is WallField => supporterFields[name].onWall !== undefined)
const detailFields = fieldNames.filter((name) => supporterFields[name].onWall === 'detail')

/** An object with a value for each of these fields. @param make gives the value of one */
export function mapFields<Values extends Partial<Record<SupporterField, unknown>>>(
  names: readonly (keyof Values & SupporterField)[],
  make: (name: keyof Values & SupporterField) => unknown,
): Values {
  // The caller says what `make` gives; TypeScript cannot follow one type a field through `fromEntries`.
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Values
}

/** What a new supporter begins with. A kind and a position have to be given. */
export const blankValues = mapFields<Omit<SupporterValues, 'kind' | 'position'>>(
  fieldNames.filter((name) => name !== 'kind' && name !== 'position'),
  (name) => typeRules[supporterFields[name].type].blank,
)

/** The lines of a card on the wall besides name and role, as they were written. */
export function listDetails(row: Readonly<Record<string, unknown>>): string[] {
  return detailFields.flatMap((name) => {
    const value = row[name]
    return typeof value === 'string' && value !== '' ? [value] : []
  })
}
