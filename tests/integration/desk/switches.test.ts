import { expect, test } from 'vitest'
import { getDesk } from '@/lib/desk/get'
import { listSwitches, turnSwitch } from '@/lib/desk/switches'
import { isParliamentDissolved } from '@/lib/campaign/get'
import { readCampaignSettings } from '@/lib/campaign/data/settings'
import { saveMessageRule } from '@/lib/messages/save-draft'
import { invalidateCaches } from '@/lib/shared/cache'
import { onEachDatabase } from '../databases'
import { composeInput, prepareRules } from '../messages/prepare-rules'

const now = new Date('2026-11-26T12:00:00Z')
const change = { actor: { id: 'staff-1' }, now }

onEachDatabase('the big switches and what waits', ({ db }) => {
  prepareRules(db, ['staff-1'])

  test('dissolving leaves every other setting alone, and says so everywhere', async () => {
    expect((await listSwitches()).map(({ key, isOn }) => [key, isOn])).toEqual([
      ['dissolution', false],
      ['letters', false],
      ['wall', false],
    ])
    expect(await turnSwitch('dissolution', true, 'admin', change)).toEqual({ outcome: 'turned' })
    invalidateCaches()
    expect(await isParliamentDissolved()).toBe(true)
    const [dissolution] = await listSwitches()
    expect(dissolution?.isOn).toBe(true)
    expect(dissolution?.effect).toMatch(/None of the \d+ MPs is named/)
    expect((await readCampaignSettings())?.settings.ministerTitle).toBe('the Home Secretary')
    await turnSwitch('dissolution', false, 'admin', change)
    invalidateCaches()
    expect(await isParliamentDissolved()).toBe(false)
  })

  test('emptying the wall hides everybody and says how many; nothing else is a switch', async () => {
    const [published] = [await db.supporter.count({ where: { status: 'published' } })]
    const wall = async () => (await listSwitches()).find(({ key }) => key === 'wall')
    expect((await wall())?.on).toBe(`Hide ${published}: empty the wall`)
    const waysBack = (await listSwitches()).map(({ key, wayBack }) => [key, wayBack])
    expect(waysBack).toEqual([
      ['dissolution', 'You can turn it back here, or undo it in the activity log.'],
      ['letters', 'You can switch it on again here.'], // the log has no Undo for it
      ['wall', 'You can undo it in the activity log.'],
    ])
    expect(await turnSwitch('wall', true, 'admin', change)).toEqual({ outcome: 'turned' })
    expect(await wall()).toMatchObject({ isOn: true, off: null })
    expect(await db.supporter.count()).toBeGreaterThanOrEqual(published)
    for (const key of ['', 'other', null])
      expect(await turnSwitch(key, true, 'admin', change)).toEqual({ outcome: 'refused' })
    await db.supporter.updateMany({ data: { status: 'published' } })
  })

  test('a publisher pauses letters, and nothing else; an editor nothing', async () => {
    expect(await turnSwitch('letters', true, 'editor', change)).toEqual({ outcome: 'refused' })
    expect(await turnSwitch('wall', true, 'publisher', change)).toEqual({ outcome: 'refused' })
    expect(await turnSwitch('dissolution', true, 'publisher', change)).toEqual({ outcome: 'refused' })
    expect((await listSwitches()).filter(({ isOn }) => isOn)).toEqual([])
    expect(await turnSwitch('letters', true, 'publisher', change)).toEqual({ outcome: 'turned' })
    expect((await listSwitches()).find(({ key }) => key === 'letters')).toMatchObject({
      isOn: true,
      effect: expect.stringContaining('0 confirmed letters wait') as string,
    })
    await turnSwitch('letters', false, 'publisher', change)
  })

  test('what waits is to do, each with its page', async () => {
    const saved = await saveMessageRule(composeInput({ name: 'Waits' }), change)
    await db.supporter.create({
      data: { kind: 'mp', name: 'Nobody Linked', position: 9_000, status: 'published', updatedAt: now, createdAt: now },
    })
    const staff = { id: 'staff-1', name: 'staff-1', email: 'a@example.org', role: 'editor', sessionId: '' } as const
    const { attention } = await getDesk(staff, now)
    expect(attention).toContainEqual({
      text: '“Waits” is a draft by staff-1. It isn’t published.',
      href: `/staff/messages/${saved.outcome === 'saved' ? saved.id : ''}`,
    })
    expect(attention.filter(({ href }) => !href.startsWith('/staff/'))).toEqual([])
    expect(attention.map(({ text }) => text)).toContain('1 MP on the wall isn’t linked to the directory.')
  })
})
