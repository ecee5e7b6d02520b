import sharp from 'sharp'
import { expect, test } from 'vitest'
import { GET } from '@/app/(reading)/portraits/[name]/route'
import { createPortraitStore } from '@/lib/members/data/portraits'
import { getSeat } from '@/lib/members/data/seats'
import { createMembersApiClient } from '@/lib/members/members-api/client'
import { composePortraitPath } from '@/lib/members/model/portrait'
import { drawPortrait } from '@/lib/members/portraits/draw'
import { portraitsPerSync, syncPortraits } from '@/lib/members/sync-portraits'
import { listWall } from '@/lib/supporters/data/wall'
import type { Reply } from '../../fixtures/replay-server'
import { seatFacts } from '../../fixtures/seat-facts'
import { onEachDatabase } from '../databases'
import { startApi } from '../seeded-directory'

const sitting = seatFacts().seats.flatMap(({ slug, member }) => (member ? [{ slug, id: member.id }] : []))
sitting.sort((a, b) => a.id - b.id)
const [first, second] = sitting
const start = Date.parse('2026-11-01T06:00:00Z')
const dayAfter = (days: number) => new Date(start + days * 86_400_000)
const picture = (background: string) =>
  sharp({ create: { width: 300, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer()

onEachDatabase('portraits', ({ db }) => {
  const sync = async (now: Date, portraits: ReadonlyMap<number, Uint8Array>, url?: string, fault?: () => Reply) => {
    const api = await startApi({ portraits, ...(fault && { fault }) })
    // The address counts too, so it has to be the same each time.
    const { portraitAddress, getPortrait } = createMembersApiClient({ baseUrl: url ?? api.url, retryDelayMs: 1 })
    const client = { portraitAddress: (id: number) => new URL(portraitAddress(id)).pathname, getPortrait }
    const outcome = await syncPortraits({ client, store: createPortraitStore(db), draw: drawPortrait, now })
    return { outcome, asked: api.requests.length }
  }
  const serve = async (path: string) =>
    GET(new Request('http://x'), { params: Promise.resolve({ name: path.split('/').at(-1) ?? '' }) })
  const hashOf = async (slug = '') => (await getSeat(slug))?.mp?.portrait

  test('are fetched a few at a time, kept in two sizes, and served by hash', async () => {
    if (!first || !second) throw new Error('the facts have changed')
    expect(await hashOf(first.slug)).toBeNull()
    const blue = new Map([
      [first.id, await picture('#0000ff')],
      [second.id, Buffer.from('no picture')],
    ])
    expect(await sync(dayAfter(0), blue)).toEqual({
      outcome: { drawn: 1, left: 650 - portraitsPerSync, stopped: null },
      asked: portraitsPerSync,
    })
    const hash = (await hashOf(first.slug)) ?? ''
    expect(hash).toMatch(/^[0-9a-f]{32}$/)
    expect(await hashOf(second.slug)).toBeNull()
    for (const [size, width] of [
      ['small', 104],
      ['large', 208],
    ] as const) {
      const response = await serve(composePortraitPath(hash, size))
      expect(response.headers.get('cache-control')).toContain('immutable')
      expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', width })
    }
    expect((await serve('/portraits/nothing')).status).toBe(404)
    expect((await serve(composePortraitPath('0'.repeat(32), 'small'))).status).toBe(404)
    expect(await db.auditEntry.count({ where: { entityId: 'portraits' } })).toBe(1)

    // The next ones the next day; a failure ends the day and loses nothing.
    expect(await sync(dayAfter(1), blue)).toMatchObject({ outcome: { drawn: 0, left: 650 - 2 * portraitsPerSync } })
    const failed = await sync(dayAfter(2), blue, undefined, () => ({ status: 500 }))
    expect(failed).toMatchObject({ outcome: { drawn: 0, stopped: { failure: 'bad-status', status: 500 } }, asked: 1 })
    expect(await hashOf(first.slug)).toBe(hash)

    // Once everybody was asked for, those without one are again after a month, and the others after half a year.
    await db.portrait.createMany({
      data: sitting
        .slice(2 * portraitsPerSync)
        .map(({ id }) => ({ memberId: id, source: `/api/Members/${id}/Thumbnail`, checkedAt: dayAfter(190) })),
    })
    await db.portrait.updateMany({ where: { memberId: { not: first.id } }, data: { checkedAt: dayAfter(190) } })
    expect((await sync(dayAfter(179), blue)).asked).toBe(0)
    const red = new Map([[first.id, await picture('#ff0000')]])
    expect(await sync(dayAfter(191), red)).toMatchObject({ outcome: { drawn: 1, left: 0 }, asked: 1 })
    expect(await hashOf(first.slug)).not.toBe(hash)
    expect((await serve(composePortraitPath(hash, 'small'))).status).toBe(404)
  })

  test('are on the wall, for MPs', async () => {
    const supporter = (await listWall()).find(({ kind, seat }) => kind === 'mp' && seat)
    const id = sitting.find(({ slug }) => slug === supporter?.seat?.slug)?.id ?? 0
    const drawn = await drawPortrait(await picture('#00ff00'))
    await createPortraitStore(db).keep({ memberId: id, source: '/x' }, drawn, dayAfter(0))
    const portraits = (await listWall()).flatMap(({ portrait }) => portrait ?? [])
    expect(portraits).toHaveLength(1)
  })
})
