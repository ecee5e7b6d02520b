import { getPortrait } from '@/lib/members/data/portraits'
import { parsePortraitName } from '@/lib/members/model/portrait'

export const dynamic = 'force-dynamic'

/** Serves an MP's portrait. Its name has the hash of its bytes, so it can be cached for ever. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const asked = parsePortraitName((await params).name)
  const bytes = asked && (await getPortrait(asked.hash, asked.size))
  if (!bytes)
    return new Response('There is no such portrait.', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  return new Response(bytes, {
    headers: {
      'Content-Type': 'image/webp',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': 'inline',
    },
  })
}
