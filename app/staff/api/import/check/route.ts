import { checkImport } from '@/lib/supporters/check-import'
import { readChoices } from '../../../_request/read-choices'
import { readFields, readFile } from '../../../_request/read-form'
import { streamTask } from '../../../_request/stream-task'

/** Reports what importing a file of supporters would do, row by row. */
export function POST(request: Request) {
  return streamTask('editor', async () => {
    const form = await request.formData()
    return checkImport(await readFile(form, 'file'), Infinity, readChoices(readFields(form)))
  })
}
