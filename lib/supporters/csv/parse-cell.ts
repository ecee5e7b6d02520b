import { typeRules } from '../model/field-types'
import { type SupporterField, supporterFields, type SupporterValues } from '../model/fields'
import { fieldRules } from '../model/input'

/**
 * Parses a cell by the same rules as the form. An empty cell is null where the field allows it.
 */
export function parseCell<Name extends SupporterField>(
  field: Name,
  cell: string,
): { value: SupporterValues[Name] } | { message: string } {
  const parsed = fieldRules[field].safeParse(typeRules[supporterFields[field].type].fromCell(cell))
  if (!parsed.success && supporterFields[field].type === 'day')
    return { message: 'There is no such day. Write it like 22/11/2026.' }
  // Each field's rule returns that field's type, but TypeScript can't tell.
  return parsed.success
    ? { value: parsed.data as SupporterValues[Name] }
    : { message: parsed.error.issues[0]?.message ?? 'This cannot be read.' }
}
