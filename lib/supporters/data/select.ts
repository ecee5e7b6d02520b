import 'server-only'
import { fieldNames, type SupporterField, wallFields } from '../model/fields'

/** Selects everything staff can edit, except the logo. */
export const selectValues = selectFields(fieldNames)

/** Selects what the wall needs. */
export const selectForWall = selectFields(wallFields)

function selectFields<Name extends SupporterField>(names: readonly Name[]): { [Each in Name]: true } {
  return Object.fromEntries(names.map((name) => [name, true])) as { [Each in Name]: true }
}
