import { answerOnce } from '@/lib/staff/answer-once'
import { applyImportForm } from '../../../_request/apply-import'
import { readFields } from '../../../_request/read-form'
import { streamTask } from '../../../_request/stream-task'

/** Imports a checked file of supporters, once however often it is sent, and streams progress. */
export function POST(request: Request) {
  return streamTask('publisher', async (staff, onProgress) => {
    const form = await request.formData()
    const { press = '' } = readFields(form)
    return answerOnce({ id: press, staffId: staff.id, content: form }, new Date(), () =>
      applyImportForm(staff, form, onProgress),
    )
  })
}
