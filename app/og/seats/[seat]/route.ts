import pLimit from 'p-limit'
import { answerPng } from '@/app/og/answer-png'
import { drawCard } from '@/app/og/draw-card'
import { getSeatCard } from '@/lib/actions/get-seat-card'

export const dynamic = 'force-dynamic'

// A picture takes about 100 ms of CPU. We draw one at a time, so requesting them all can't stop the site, and cache
// the latest.
const one = pLimit(1)
const maxCached = 100
const maxQueued = 50
const drawn = new Map<string, Buffer>()

export async function GET(_request: Request, { params }: { params: Promise<{ seat: string }> }) {
  const [, slug] = /^([a-z-]{1,100})\.png$/.exec((await params).seat) ?? []
  const card = slug ? await getSeatCard(slug) : null
  if (!card) return new Response(null, { status: 404 })
  const key = JSON.stringify(card)
  const cached = drawn.get(key)
  if (cached) return answerPng(cached)
  if (one.pendingCount >= maxQueued) return new Response(null, { status: 503, headers: { 'Retry-After': '10' } })
  const png = await one(() => drawCard(card))
  drawn.set(key, png)
  const [oldest] = drawn.keys()
  if (drawn.size > maxCached && oldest !== undefined) drawn.delete(oldest)
  return answerPng(png)
}
