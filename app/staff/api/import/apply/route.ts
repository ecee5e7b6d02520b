import { answerOnce } from '@/lib/staff/answer-once'
import { applyImportFile } from '@/lib/supporters/apply-import'
import { readChoices } from '../../../_request/read-choices'
import { readFields, readFile } from '../../../_request/read-form'
import { streamTask } from '../../../_request/stream-task'

/** Imports a checked file of supporters, once however often it is sent, and streams progress. */
export function POST(request: Request) {
  return streamTask('publisher', async ({ id }, onProgress) => {
    const form = await request.formData()
    const { press = '', seal = '', ...fields } = readFields(form)
    return answerOnce({ id: press, staffId: id, content: form }, new Date(), async () =>
      applyImportFile(
        await readFile(form, 'file'),
        seal,
        { actor: { id }, now: new Date() },
        onProgress,
        readChoices(fields),
      ),
    )
  })
}
