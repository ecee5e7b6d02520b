import 'server-only'
import type { ImportEnd } from './model/import-check'
import type { Change } from '../audit/model/actor'
import type { TaskProgress } from '../shared/model/task'
import { formatRefusal } from './check-import'
import { confirmImport } from './import'

/**
 * Applies a file that was checked, all of it or nothing, and says in words what happened.
 * @param bytes not trusted; null when no file was chosen
 * @param seal of the check that was seen
 */
export async function applyImportFile(
  bytes: Uint8Array | null,
  seal: string,
  change: Change,
  onProgress: (progress: TaskProgress) => void = () => {},
): Promise<ImportEnd> {
  if (!bytes) return { outcome: 'refused', message: 'Choose the same file once more. Nothing was changed.' }
  const answer = await confirmImport(bytes, seal, change, (done, total) =>
    onProgress({ label: 'Writing', done, total }),
  )
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
        message: 'Some rows are wrong. Nothing was changed. Mend them and check the file again.',
      }
    case 'refused':
      return { outcome: 'refused', message: formatRefusal(answer) }
  }
}

function count(number: number): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? 'supporter' : 'supporters'}`
}
