'use server'

import type { ImportCheck, ImportEnd } from '@/lib/supporters/model/import-check'
import { applyImportFile } from '@/lib/supporters/apply-import'
import { checkImport } from '@/lib/supporters/check-import'
import { readFields, readFile } from '../../_request/read-form'
import { requireStaff } from '../../_request/require-staff'

// Both are for browsers without JavaScript; others ask routes below /staff/api, which tell how far they are.
const maxRows = 100

/** Tells what a file would do, with the first hundred rows of each kind. */
export async function submitImportCheck(_previous: unknown, form: unknown): Promise<ImportCheck | null> {
  await requireStaff('editor')
  return checkImport(await readFile(form, 'file'), maxRows)
}

/** Applies the file that was checked, which has to be chosen once more. */
export async function submitImport(_previous: unknown, form: unknown): Promise<ImportEnd | null> {
  const { id } = await requireStaff('publisher')
  return applyImportFile(await readFile(form, 'file'), readFields(form).seal ?? '', { actor: { id }, now: new Date() })
}
