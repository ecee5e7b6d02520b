import 'server-only'
import { fieldNames, type SupporterField, wallFields } from '../model/fields'

/** What a query selects to get all that staff can edit, but for the logo. */
export const selectValues = selectFields(fieldNames)

/** What a query selects for the wall. */
export const selectForWall = selectFields(wallFields)

function selectFields<Name extends SupporterField>(names: readonly Name[]): { [Each in Name]: true } {
  return Object.fromEntries(names.map((name) => [name, true])) as { [Each in Name]: true }
}
