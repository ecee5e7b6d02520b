import { typeRules } from '../model/field-types'
import { type SupporterField, supporterFields, type SupporterValues } from '../model/fields'
import { fieldRules } from '../model/input'

/**
 * A cell as the value that its field takes, by the same rules as the form's. An empty cell is null where
 * a field may be; days may also be as a British Excel writes them.
 */
export function parseCell<Name extends SupporterField>(
  field: Name,
  cell: string,
): { value: SupporterValues[Name] } | { message: string } {
  const parsed = fieldRules[field].safeParse(typeRules[supporterFields[field].type].fromCell(cell))
  // The field's own rule gives the field's own type, which TypeScript loses on the way.
  return parsed.success
    ? { value: parsed.data as SupporterValues[Name] }
    : { message: parsed.error.issues[0]?.message ?? 'This cannot be read.' }
}
