import { type SupporterValues, supporterFields } from '../model/input'

type Field = keyof SupporterValues

const yes = ['yes', 'y', 'true', '1', 'x']
const no = ['no', 'n', 'false', '0', '']

/**
 * A cell as the value that its field takes, by the same rules as the form's. An empty cell is null where
 * a field may be; days may also be as a British Excel writes them.
 */
export function parseCell<Name extends Field>(
  field: Name,
  cell: string,
): { value: SupporterValues[Name] } | { message: string } {
  const text = field === 'notes' ? cell : cell.trim()
  const parsed = supporterFields[field].safeParse(toInput(field, text))
  // The field's own rule gives the field's own type, which TypeScript loses on the way.
  return parsed.success
    ? { value: parsed.data as SupporterValues[Name] }
    : { message: parsed.error.issues[0]?.message ?? 'This cannot be read.' }
}

function toInput(field: Field, text: string): unknown {
  const word = text.toLowerCase()
  switch (field) {
    case 'isFormer':
      return yes.includes(word) ? true : no.includes(word) ? false : text
    case 'kind':
    case 'status':
      return word
    case 'memberId':
    case 'position':
      return text === '' ? null : /^\d{1,10}$/.test(text) ? Number(text) : text
    case 'joinedOn':
      return text === ''
        ? null
        : text.replace(
            /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
            (_all, day: string, month: string, year: string) =>
              `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
          )
    case 'constituency':
    case 'link':
      return text === '' ? null : text
    case 'name':
    case 'notes':
      return text
  }
}
