import { checkWithParliament } from '@/lib/members/check-with-parliament'
import { answerOnce } from '@/lib/staff/answer-once'
import { readFields } from '../../_request/read-form'
import { streamTask } from '../../_request/stream-task'

/**
 * Syncs the directory with Parliament, once however often it is sent, and streams progress. The form says whether unlikely
 * changes are agreed to.
 */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => new FormData())
  const { press = '', agreed } = readFields(form)
  return streamTask('publisher', ({ id }, onProgress) =>
    answerOnce({ id: press, staffId: id, content: form }, new Date(), () =>
      checkWithParliament({ actor: { id }, now: new Date() }, agreed === 'yes', onProgress),
    ),
  )
}
