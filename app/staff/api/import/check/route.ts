import { checkImport } from '@/lib/supporters/check-import'
import { readFile } from '../../../_request/read-form'
import { streamTask } from '../../../_request/stream-task'

/** Reports what importing a file of supporters would do, row by row. */
export function POST(request: Request) {
  return streamTask('editor', async () => checkImport(await readFile(await request.formData(), 'file')))
}
