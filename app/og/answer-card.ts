import pLimit from 'p-limit'
import type { ShareCard } from '@/lib/campaign/model/share-card'
import { drawCard } from './draw-card'

// A picture takes about 100 ms of CPU. We draw one at a time, so requesting them all can't stop the site, and cache
// the latest.
const one = pLimit(1)
const maxCached = 100
const maxQueued = 50
const drawn = new Map<string, Buffer>()

/** Responds with a card as a picture that caches may store for a day, as MPs and texts change; 404 for none. */
export async function answerCard(card: ShareCard | null): Promise<Response> {
  if (!card) return new Response(null, { status: 404 })
  const key = JSON.stringify(card)
  const cached = drawn.get(key)
  if (!cached && one.pendingCount >= maxQueued)
    return new Response(null, { status: 503, headers: { 'Retry-After': '10' } })
  const png = cached ?? (await one(() => drawCard(card)))
  drawn.set(key, png)
  const [oldest] = drawn.keys()
  if (drawn.size > maxCached && oldest !== undefined) drawn.delete(oldest)
  return new Response(new Uint8Array(png), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400, stale-while-revalidate=604800' },
  })
}
