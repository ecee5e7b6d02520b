import { checkWithParliament } from '@/lib/members/check-with-parliament'
import { streamTask } from '../../_request/stream-task'

/** Syncs the directory with Parliament and streams progress. */
export function POST() {
  return streamTask('publisher', ({ id }, onProgress) =>
    checkWithParliament({ actor: { id }, now: new Date() }, onProgress),
  )
}
