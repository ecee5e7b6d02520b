import { applyImportFile } from '@/lib/supporters/apply-import'
import { readFields, readFile } from '../../../_request/read-form'
import { streamTask } from '../../../_request/stream-task'

/** Imports a checked file of supporters and streams progress. */
export function POST(request: Request) {
  return streamTask('publisher', async ({ id }, onProgress) => {
    const form = await request.formData()
    return applyImportFile(
      await readFile(form, 'file'),
      readFields(form).seal ?? '',
      { actor: { id }, now: new Date() },
      onProgress,
    )
  })
}
