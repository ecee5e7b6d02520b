import 'server-only'
import { isAtLeast, type Role, type Staff } from '@/lib/staff/model/staff'
import type { TaskLine, TaskProgress } from '@/lib/shared/model/task'
import { composeJson } from '@/lib/shared/compose-json'
import { log } from '@/lib/shared/log'
import { createPacer } from '@/lib/supporters/pace'
import { readStaff } from './require-staff'

/**
 * Runs a long task and streams its progress and result as NDJSON. If the client disconnects, the task still runs to
 * completion.
 * @param minimum the lowest role allowed; others get 401 or 403
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
      const send = (text: string) => hasLeft || controller.enqueue(new TextEncoder().encode(text))
      const compose = (line: TaskLine<End>) => line
      try {
        const end = await run(staff, (progress) => send(`${JSON.stringify(compose({ progress }))}\n`))
        // Serialising twenty thousand rows in one go would block other requests.
        const pace = createPacer()
        for (const chunk of composeJson(compose({ end }))) {
          send(chunk)
          await pace()
        }
        send('\n')
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
