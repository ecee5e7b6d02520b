import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { databases, useDatabase } from '../databases'

describe.each(databases)('watching the content of pages on $name', ({ create }) => {
  let db: PrismaClient
  let close: () => Promise<void>
  const at = (time: string) => new Date(`2030-06-15T${time}Z`)

  beforeAll(async () => {
    ;({ db, close } = await useDatabase(create))
  })
  afterAll(() => close())

  const change = (entity: 'setting' | 'staff') =>
    db.auditEntry.create({
      data: { at: at('00:00:00'), day: '2030-06-15', action: `${entity}.changed`, entity, entityId: 'campaign' },
    })

  test('a change is noticed once, and a change to something no page shows isn’t', async () => {
    const { createContentWatch } = await import('@/lib/server/watch-content')
    const isChanged = createContentWatch()
    expect(await isChanged(at('01:00:00'))).toBe(true)
    expect(await isChanged(at('01:00:01'))).toBe(false)
    await change('setting')
    expect(await isChanged(at('01:00:02'))).toBe(true)
    expect(await isChanged(at('01:00:03'))).toBe(false)
    await change('staff')
    expect(await isChanged(at('01:00:04'))).toBe(false)
  })

  test('beginnings and ends are noticed on time: a message, the notice, a correction’s last day', async () => {
    const { createContentWatch } = await import('@/lib/server/watch-content')
    const { readCampaignSettings, writeCampaignSettings } = await import('@/lib/campaign/data/settings')
    const { firstSettings } = await import('@/lib/campaign/model/campaign')
    const isChanged = createContentWatch()
    await isChanged(at('08:00:00'))
    const { id } = await db.messageRule.findFirstOrThrow({ select: { id: true } })
    await db.messageRule.update({
      where: { id },
      data: { isActive: true, activeFrom: at('09:00:00'), activeUntil: at('10:00:00') },
    })
    const settings = { ...firstSettings, noticeText: 'Soon', noticeFrom: at('11:00:00'), noticeUntil: at('12:00:00') }
    expect(
      await writeCampaignSettings(settings, (await readCampaignSettings())?.version ?? 0, {
        actor: null,
        now: at('08:00:00'),
      }),
    ).toBe(true)
    expect(await isChanged(at('08:00:01'))).toBe(true)
    for (const hour of ['09', '10', '11', '12', '23']) {
      // in the UK the day ends at 23:00 UTC
      const before = new Date(at(`${hour}:00:00`).getTime() - 1)
      expect(await isChanged(before), hour).toBe(false)
      expect(await isChanged(at(`${hour}:00:00`)), hour).toBe(true)
      expect(await isChanged(at(`${hour}:00:01`)), hour).toBe(false)
    }
  })
})
