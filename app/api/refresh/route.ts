import { revalidatePath } from 'next/cache'
import { forgetCampaign } from '@/lib/operations/get-campaign'
import { isRefreshKey } from '@/lib/operations/watch-content'

/** Has every public page made anew at its next visit. Only this process itself knows the key. */
export async function POST(request: Request) {
  if (!isRefreshKey(request.headers.get('x-refresh-key'))) return new Response(null, { status: 404 })
  forgetCampaign()
  revalidatePath('/', 'layout') // the tag that all of them have
  return new Response(null, { status: 204 })
}
