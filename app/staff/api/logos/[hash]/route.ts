import { getAnyLogo } from '@/lib/supporters/data/wall'
import { readStaff } from '../../../_request/require-staff'

/** Any supporter’s logo, on the wall or not, for staff only. */
export async function GET(_request: Request, { params }: { params: Promise<{ hash: string }> }) {
  if (!(await readStaff())) return new Response('Sign in first.', { status: 401 })
  const { hash } = await params
  const logo = /^[0-9a-f]{32}$/.test(hash) ? await getAnyLogo(hash) : null
  if (!logo) return new Response('There is no such logo.', { status: 404 })
  return new Response(logo.bytes, {
    headers: { 'Content-Type': logo.type, 'X-Content-Type-Options': 'nosniff', 'Content-Disposition': 'inline' },
  })
}
