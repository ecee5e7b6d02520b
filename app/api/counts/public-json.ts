import { log } from '@/lib/shared/log'

const open = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' }
const cached = 'public, max-age=10, stale-while-revalidate=60, stale-if-error=86400'

/**
 * Responds with JSON that any site may read and cache for ten seconds: 404 when there is nothing, 503 when the
 * database is unavailable. lib/server/front/page-cache.mjs answers conditional requests with 304.
 */
export async function answerPublicJson(get: () => Promise<object | null>): Promise<Response> {
  try {
    const value = await get()
    if (!value) return Response.json({ error: 'There is no such constituency.' }, { status: 404, headers: open })
    return Response.json(value, { headers: { ...open, 'Cache-Control': cached } })
  } catch (error) {
    log.error({ err: error }, 'could not load the public counts')
    return Response.json(
      { error: 'The counts are not available right now.' },
      { status: 503, headers: { ...open, 'Cache-Control': 'no-store' } },
    )
  }
}

/** Answers a CORS preflight request. */
export function answerPreflight(): Response {
  const methods = 'GET, HEAD, OPTIONS'
  const allowed = {
    Allow: methods,
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': 'If-None-Match',
  }
  return new Response(null, { status: 204, headers: { ...open, ...allowed, 'Access-Control-Max-Age': '86400' } })
}
