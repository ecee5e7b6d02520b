import pLimit from 'p-limit'
import { answerPng } from '@/app/og/answer-png'
import { drawCard } from '@/app/og/draw-card'
import { getSeatCard } from '@/lib/actions/get-seat-card'

export const dynamic = 'force-dynamic'

// A picture takes about 100 ms of a processor: one at a time, so that somebody who asks for all of them
// does not stop the site, and the latest are kept.
const one = pLimit(1)
const mostKept = 100
const mostWaiting = 50
const drawn = new Map<string, Buffer>()

export async function GET(_request: Request, { params }: { params: Promise<{ seat: string }> }) {
  const [, slug] = /^([a-z-]{1,100})\.png$/.exec((await params).seat) ?? []
  const card = slug ? await getSeatCard(slug) : null
  if (!card) return new Response(null, { status: 404 })
  const key = JSON.stringify(card)
  const kept = drawn.get(key)
  if (kept) return answerPng(kept)
  if (one.pendingCount >= mostWaiting) return new Response(null, { status: 503, headers: { 'Retry-After': '10' } })
  const png = await one(() => drawCard(card))
  drawn.set(key, png)
  const [oldest] = drawn.keys()
  if (drawn.size > mostKept && oldest !== undefined) drawn.delete(oldest)
  return answerPng(png)
}
