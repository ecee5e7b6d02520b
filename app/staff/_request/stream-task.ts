import 'server-only'
import { isAtLeast, type Role, type Staff } from '@/lib/staff/model/staff'
import type { TaskLine, TaskProgress } from '@/lib/shared/model/task'
import { composeJson } from '@/lib/shared/compose-json'
import { log } from '@/lib/shared/log'
import { createPacer } from '@/lib/shared/pace'
import { readStaff } from './require-staff'

/**
 * Answers a page's own fetch with the progress of a long task, a line of JSON each, and its end. Whoever
 * leaves stops hearing of it; the task itself goes on to its end.
 * @param minimum the least role that may; others get 401 or 403
 */
export async function streamTask<End>(
  minimum: Role,
  run: (staff: Staff, onProgress: (progress: TaskProgress) => void) => Promise<End>,
): Promise<Response> {
  const staff = await readStaff()
  if (!staff || !isAtLeast(staff.role, minimum)) return new Response(null, { status: staff ? 403 : 401 })
  let hasLeft = false
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (text: string) => hasLeft || controller.enqueue(new TextEncoder().encode(text))
      const compose = (line: TaskLine<End>) => line
      try {
        const end = await run(staff, (progress) => tell(`${JSON.stringify(compose({ progress }))}\n`))
        // Sending twenty thousand rows at once would hold everyone up.
        const pace = createPacer()
        for (const piece of composeJson(compose({ end }))) {
          tell(piece)
          await pace()
        }
        tell('\n')
      } catch (error) {
        log.error({ err: error }, 'a task of the staff desk failed')
      }
      if (!hasLeft) controller.close()
    },
    cancel() {
      hasLeft = true
    },
  })
  return new Response(lines, {
    headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'private, no-store' },
  })
}
