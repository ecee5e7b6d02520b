import 'server-only'
import { findUndoable } from '@/lib/desk/undo'
import type { TaskProgress } from '@/lib/shared/model/task'
import type { Staff } from '@/lib/staff/model/staff'
import { applyImportFile } from '@/lib/supporters/apply-import'
import type { ImportEnd } from '@/lib/supporters/model/import-check'
import { readChoices } from './read-choices'
import { readFields, readFile } from './read-form'

/** Imports the checked file of a form, and says by which change in the log all of it can be undone. */
export async function applyImportForm(
  { id, role }: Staff,
  form: unknown,
  onProgress?: (progress: TaskProgress) => void,
): Promise<ImportEnd> {
  const { seal = '', ...fields } = readFields(form)
  const now = new Date()
  const end = await applyImportFile(await readFile(form, 'file'), seal, { actor: { id }, now }, onProgress, {
    mapping: {},
    leftOut: [],
    ...readChoices(fields),
    addsAsked: fields.asked === 'yes',
  })
  const undo = end.outcome === 'done' ? await findUndoable(id, role, now) : null
  return undo === null ? end : { ...end, undo: String(undo) }
}
