import { getOrganisation } from '@/lib/campaign/get'
import { env } from '@/lib/shared/env'

export const dynamic = 'force-dynamic'

const validMs = 180 * 86_400_000

/** Where to report a weakness of the site (RFC 9116). Without an address to write to, there is no such file. */
export async function GET() {
  const { email } = await getOrganisation()
  if (!email) return new Response('There is no contact address yet.\n', { status: 404 })
  const lines = [
    `Contact: mailto:${email}`,
    `Expires: ${new Date(Date.now() + validMs).toISOString().slice(0, 10)}T00:00:00Z`,
    'Preferred-Languages: en',
    `Canonical: ${env.SITE_URL}/.well-known/security.txt`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=60' },
  })
}
