import { getOrganisationLogo } from '@/lib/campaign/data/logo'
import { isOrganisationLogoName } from '@/lib/campaign/model/organisation-logo'

export const dynamic = 'force-dynamic'

/** Serves the logo of whoever runs the site. Its name has the hash of its bytes, so it can be cached for ever. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const { name } = await params
  const bytes = isOrganisationLogoName(name) ? await getOrganisationLogo(name) : null
  if (!bytes) return new Response('There is no such logo.', { status: 404, headers: { 'Cache-Control': 'no-store' } })
  return new Response(bytes, {
    headers: {
      'Content-Type': 'image/webp',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      'Content-Disposition': 'inline',
    },
  })
}
