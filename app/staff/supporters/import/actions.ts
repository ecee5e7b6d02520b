'use server'

import type { ImportCheck, ImportEnd } from '@/lib/supporters/model/import-check'
import { applyImportFile } from '@/lib/supporters/apply-import'
import { checkImport } from '@/lib/supporters/check-import'
import { readFields, readFile } from '../../_request/read-form'
import { requireStaff } from '../../_request/require-staff'

// Both actions are for browsers without JavaScript; others use routes under /staff/api, which stream progress.
const maxRows = 100

/** Reports what a file would do, with the first hundred rows of each kind. */
export async function submitImportCheck(_previous: unknown, form: unknown): Promise<ImportCheck | null> {
  await requireStaff('editor')
  return checkImport(await readFile(form, 'file'), maxRows)
}

/** Applies the checked file, which has to be chosen again. */
export async function submitImport(_previous: unknown, form: unknown): Promise<ImportEnd | null> {
  const { id } = await requireStaff('publisher')
  return applyImportFile(await readFile(form, 'file'), readFields(form).seal ?? '', { actor: { id }, now: new Date() })
}
