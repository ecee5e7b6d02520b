import { readVisitor } from '@/app/read-visitor'
import type { issueToken, reportAction } from '@/lib/actions/report'
import {
  busy,
  composeHeaders,
  findStatus,
  isJson,
  malformed,
  maxReportBytes,
} from '@/lib/server/front/report-answer.mjs'
import { log } from '@/lib/shared/log'

/**
 * Answers a browser's report like lib/server/front/action-route.mjs, which gets them all unless there is no chain in
 * front of Next: in development, and with FRONT=plain.
 */
export async function answerReport(request: Request, verb: typeof reportAction | typeof issueToken): Promise<Response> {
  if (!isJson(request.headers.get('content-type'))) return compose(malformed, 415)
  try {
    return compose(await verb(await readJson(request), await readVisitor(), new Date()))
  } catch (error) {
    log.error({ err: error }, 'a report could not be counted')
    return compose(busy)
  }
}

/** Undefined if it isn't JSON, or too long. */
async function readJson({ body }: Request): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.length
    if (bytes > maxReportBytes) return undefined
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return undefined
  }
}

function compose(answer: { outcome: string }, status = findStatus(answer)): Response {
  return Response.json(answer, { status, headers: composeHeaders(status) })
}
