import { checkHealth } from '@/lib/server/check-health'

export const dynamic = 'force-dynamic'

/** 200 while this instance can serve, 503 when it can't; the body says which part is failing. */
export async function GET() {
  const health = await checkHealth(new Date())
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
