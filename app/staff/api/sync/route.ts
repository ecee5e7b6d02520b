import { checkWithParliament } from '@/lib/members/check-with-parliament'
import { streamTask } from '../../_request/stream-task'

/** Syncs the directory with Parliament and streams progress. The form says whether unlikely changes are agreed to. */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => new FormData())
  const isAgreed = form.get('agreed') === 'yes'
  return streamTask('publisher', ({ id }, onProgress) =>
    checkWithParliament({ actor: { id }, now: new Date() }, isAgreed, onProgress),
  )
}
