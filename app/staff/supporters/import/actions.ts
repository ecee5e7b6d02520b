'use server'

import type { ImportCheck, ImportEnd } from '@/lib/supporters/model/import-check'
import { checkImport } from '@/lib/supporters/check-import'
import { answerForm } from '../../_request/answer-form'
import { applyImportForm } from '../../_request/apply-import'
import { readAnsweredChoices } from '../../_request/read-choices'
import { readFields, readFile } from '../../_request/read-form'

// Both actions are for browsers without JavaScript; others use routes under /staff/api, which stream progress.
const maxRows = 100

/** Reports what a file would do, with the first hundred rows of each kind. */
export async function submitImportCheck(_previous: unknown, form: unknown): Promise<ImportCheck | null> {
  return answerForm('editor', form, async () => {
    return checkImport(await readFile(form, 'file'), maxRows, readAnsweredChoices(readFields(form)))
  })
}

/** Applies the checked file, which has to be chosen again. */
export async function submitImport(_previous: unknown, form: unknown): Promise<ImportEnd | null> {
  return answerForm('publisher', form, (staff) => applyImportForm(staff, form))
}
