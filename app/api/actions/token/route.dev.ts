import { readVisitor } from '@/app/read-visitor'
import { issueToken } from '@/lib/actions/report'

/** Development only, where nothing runs in front of Next; see lib/server/front/action-route.mjs. */
export async function POST(request: Request) {
  return Response.json(await issueToken(await request.json(), await readVisitor(), new Date()))
}
