import { getLogo } from '@/lib/supporters/data/wall'

export const dynamic = 'force-dynamic'

/** Serves a logo by the hash of its bytes, so the response never changes and can be cached for ever. */
export async function GET(_request: Request, { params }: { params: Promise<{ hash: string }> }) {
  const { hash } = await params
  const logo = /^[0-9a-f]{32}$/.test(hash) ? await getLogo(hash) : null
  if (!logo) return new Response('There is no such logo.', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  return new Response(logo.bytes, {
    headers: {
      'Content-Type': logo.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': 'inline',
    },
  })
}
