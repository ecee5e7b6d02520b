import { checkWithParliament } from '@/lib/members/check-with-parliament'
import { streamTask } from '../../_request/stream-task'

/** Brings the directory in line with Parliament, and tells how far it is. */
export function POST() {
  return streamTask('publisher', ({ id }, onProgress) =>
    checkWithParliament({ actor: { id }, now: new Date() }, onProgress),
  )
}
