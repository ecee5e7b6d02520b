import { awayUrl } from '@/lib/campaign/model/quick-exit'

export const dynamic = 'force-dynamic'

/**
 * “Leave site” on pages that run no script of ours: has the browser delete what was typed on other pages of this tab,
 * and leads away. Only for a visitor who goes there: a picture's address on some other site deletes nothing.
 */
export function GET({ headers }: Request) {
  const isVisitor = (headers.get('Sec-Fetch-Mode') ?? 'navigate') === 'navigate'
  const isOurs = (headers.get('Sec-Fetch-Site') ?? 'same-origin') === 'same-origin'
  return new Response(null, {
    status: 303,
    headers: {
      Location: awayUrl,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      ...(isVisitor && isOurs && { 'Clear-Site-Data': '"storage"' }),
    },
  })
}
