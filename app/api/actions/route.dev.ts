import { readVisitor } from '@/app/read-visitor'
import { reportAction } from '@/lib/actions/report'

/** Development only, where nothing runs in front of Next; see lib/server/front/action-route.mjs. */
export async function POST(request: Request) {
  return Response.json(await reportAction(await request.json(), await readVisitor(), new Date()))
}
