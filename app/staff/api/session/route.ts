import { readStaff } from '../../_request/require-staff'

/** Who is signed in, so that a page can ask before it sends what was typed; null for nobody. */
export async function GET() {
  const staff = await readStaff()
  return Response.json({ person: staff?.id ?? null }, { headers: { 'cache-control': 'private, no-store' } })
}
