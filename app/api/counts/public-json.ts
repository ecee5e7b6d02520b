import { log } from '@/lib/shared/log'

const open = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' }
const cached = 'public, max-age=10, stale-while-revalidate=60, stale-if-error=86400'

/**
 * Answers with JSON that anybody may read from any site and keep for ten seconds: 404 when there is
 * nothing, 503 when the database does not answer. Who has it already is told so by lib/server/front/page-cache.mjs.
 */
export async function answerPublicJson(get: () => Promise<object | null>): Promise<Response> {
  try {
    const value = await get()
    if (!value) return Response.json({ error: 'There is no such constituency.' }, { status: 404, headers: open })
    return Response.json(value, { headers: { ...open, 'Cache-Control': cached } })
  } catch (error) {
    log.error({ err: error }, 'no counts for the public')
    return Response.json(
      { error: 'The counts are not available right now.' },
      { status: 503, headers: { ...open, 'Cache-Control': 'no-store' } },
    )
  }
}

/** Answers a browser that asks whether another site may read this. */
export function answerPreflight(): Response {
  const methods = 'GET, HEAD, OPTIONS'
  const allowed = {
    Allow: methods,
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': 'If-None-Match',
  }
  return new Response(null, { status: 204, headers: { ...open, ...allowed, 'Access-Control-Max-Age': '86400' } })
}
