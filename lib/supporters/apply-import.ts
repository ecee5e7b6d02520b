import 'server-only'
import type { ImportEnd } from './model/import-check'
import type { Change } from '../audit/model/actor'
import type { TaskProgress } from '../shared/model/task'
import { formatRefusal } from './check-import'
import type { ImportChoices } from './csv/read-file'
import { confirmImport } from './import'

/**
 * Applies a checked file, all or nothing, and describes the result.
 * @param bytes not trusted; null when no file was chosen
 * @param seal from the check that staff saw
 * @param choices not trusted: what people decided about the file, as in that check
 */
export async function applyImportFile(
  bytes: Uint8Array | null,
  seal: string,
  change: Change,
  onProgress: (progress: TaskProgress) => void = () => {},
  choices?: ImportChoices,
): Promise<ImportEnd> {
  if (!bytes) return { outcome: 'refused', message: 'Choose the same file once more. Nothing was changed.' }
  const report = (done: number, total: number) => onProgress({ label: 'Writing', done, total })
  const answer = await confirmImport(bytes, seal, change, report, choices)
  switch (answer.outcome) {
    case 'applied':
      return { outcome: 'done', message: `Done: ${count(answer.added)} added, ${count(answer.changed)} changed.` }
    case 'outdated':
      return {
        outcome: 'refused',
        message:
          'This is not what you have checked: it is another file, or somebody has changed supporters since. Nothing was changed. Check the file again.',
      }
    case 'has-wrong-rows':
      return {
        outcome: 'refused',
        message: 'Some rows are wrong. Nothing was changed. Correct them or leave them out, and check the file again.',
      }
    case 'refused':
      return { outcome: 'refused', message: formatRefusal(answer) }
  }
}

function count(number: number): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? 'supporter' : 'supporters'}`
}
