import type { NextRequest } from 'next/server'
import { composeReminder } from '@/lib/actions/model/follow-up'
import { showLetter } from '@/lib/letters/show-letter'
import { env } from '@/lib/shared/env'

/** The reminder to look for a reply, as a calendar file. It says nothing about the visitor. */
export async function GET(request: NextRequest): Promise<Response> {
  const view = await showLetter(request.nextUrl.searchParams.get('token'))
  if (!view?.confirmedAt) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  const { mpName, seat, confirmedAt, endedAt } = view
  const siteUrl = `${env.SITE_URL}/take-action/${seat.slug}`
  return new Response(composeReminder({ mpName, constituency: seat.name, siteUrl, now: endedAt ?? confirmedAt }), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="stable-futures-reminder.ics"',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
    },
  })
}
