import 'server-only'
import { isAtLeast, type Role, type Staff } from '@/lib/domain/staff'
import type { TaskLine, TaskProgress } from '@/lib/domain/task'
import { log } from '@/lib/log'
import { readStaff } from '../require-staff'

/**
 * Answers a page's own fetch with the progress of a long task, a line of JSON each, and its end. Whoever
 * leaves stops hearing of it; the task itself goes on to its end.
 * @param minimum the least role that may; others get 401 or 403
 */
export async function streamTask<End>(minimum: Role, run: (staff: Staff, onProgress: (progress: TaskProgress) => void) => Promise<End>): Promise<Response> {
  const staff = await readStaff()
  if (!staff || !isAtLeast(staff.role, minimum)) return new Response(null, { status: staff ? 403 : 401 })
  let hasLeft = false
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (line: TaskLine<End>) => hasLeft || controller.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`))
      try {
        tell({ end: await run(staff, (progress) => tell({ progress })) })
      } catch (error) {
        log.error({ err: error }, 'a task of the staff desk failed')
      }
      if (!hasLeft) controller.close()
    },
    cancel() {
      hasLeft = true
    },
  })
  return new Response(lines, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'private, no-store' } })
}
