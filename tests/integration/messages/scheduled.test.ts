import { expect, test } from 'vitest'
import { getSeat } from '@/lib/members/data/seats'
import { listDeskRules } from '@/lib/messages/data/desk'
import { getMessage } from '@/lib/messages/get'
import { publishRules, switchMessageRule } from '@/lib/messages/publish'
import { saveMessageRule } from '@/lib/messages/save-draft'
import { showCheck } from '@/lib/messages/show-check'
import { showRules } from '@/lib/messages/show-rules'
import { undoMessageRule } from '@/lib/messages/undo'
import { findAudit } from '@/lib/audit/data/deeds'
import { invalidateCaches } from '@/lib/shared/cache'
import { onEachDatabase } from '../databases'
import { composeInput as input, prepareRules } from './prepare-rules'

const now = new Date('2026-11-22T10:00:00Z')
const start = new Date('2026-12-01T09:00:00Z')
const change = { actor: { id: 'staff-1' }, now }

onEachDatabase('words that begin later', ({ db }) => {
  prepareRules(db, ['staff-1', 'staff-2'])
  const postAt = async (at: Date) => {
    invalidateCaches()
    const seat = await getSeat('aberdeen-south')
    return seat && (await getMessage(seat, at)).post
  }
  const scotland = async () => {
    const found = (await listDeskRules()).find(({ published }) => published?.content.name === 'Scotland')
    if (!found) throw new Error('no rule')
    return found
  }

  test('a live message keeps its words until the new ones begin', async () => {
    const before = await postAt(now)
    const { id } = await scotland()
    await saveMessageRule(input({ id, version: 1, activeFrom: '2026-12-01T09:00' }), change)
    const check = await showCheck([], 'staff-1', now)
    expect(check.problems).toEqual([])
    expect(check.drafts).toMatchObject([{ id, isChosen: true, isOwn: true }])
    expect(check.moments.map(({ at, lines }) => [at?.getTime(), lines.length > 40])).toEqual([[start.getTime(), true]])
    expect(check.moments[0]?.lines[0]).toMatchObject({ party: expect.any(String), mp: expect.any(String) })
    expect(check.warnings.join()).toContain('leaves out the visitor’s name, their postcode')
    expect((await showCheck([], 'staff-2', now)).chosen).toBe('') // somebody else's draft isn't ticked
    expect(await publishRules([{ id, version: 2 }], change, check.checked)).toMatchObject({ outcome: 'published' })
    expect(await postAt(now)).toBe(before)
    expect(await postAt(new Date(start.getTime() - 1))).toBe(before)
    expect(await postAt(start)).toMatch(/^Ours\. /)

    // Paused and resumed, it still waits; taken back, it is gone.
    const { version } = await scotland()
    await switchMessageRule({ id, version, isActive: false }, change)
    expect(await postAt(now)).not.toBe(before)
    await switchMessageRule({ id, version: (await scotland()).version, isActive: true }, change)
    expect(await postAt(now)).toBe(before)
    expect(await postAt(start)).toMatch(/^Ours\. /)
  })

  test('a message that hasn’t begun stays scheduled, whatever is done to it before', async () => {
    const fresh = { name: 'Fresh', conditions: { nation: 'Scotland', isVacant: false }, activeFrom: '2026-12-01T09:00' }
    const saved = await saveMessageRule(input(fresh), change)
    if (saved.outcome !== 'saved') throw new Error(saved.outcome)
    const { id } = saved
    await db.messageRule.update({ where: { id }, data: { position: 1 } })
    const line = async () => (await showRules(now)).find((rule) => rule.id === id)
    const isTrue = async () =>
      expect(await line()).toMatchObject({
        states: [{ kind: 'scheduled', text: 'Scheduled from 1 Dec 2026, 09:00' }],
        effect:
          'It starts on 1 Dec 2026, 09:00, where no message above it comes first. Until then, visitors get what they get now.',
        seats: 0,
      })
    expect(await publishRules([saved], change)).toMatchObject({ outcome: 'published' })
    await isTrue()

    await saveMessageRule(input({ ...fresh, id, version: 2, postText: 'Other. {mp_handle}' }), change)
    const check = await showCheck([], 'staff-1', now)
    expect(check.moments.map(({ at }) => at)).toEqual([start])
    const lines = check.moments.flatMap((moment) => moment.lines)
    expect(lines).toHaveLength(check.drafts[0]?.gets ?? 0)
    for (const each of lines) expect(each).toMatchObject({ now: { id }, next: { id } })
    expect(check.warnings.join()).not.toContain('Rule “Fresh”')
    expect(await publishRules([{ id, version: 3 }], change, check.checked)).toMatchObject({ outcome: 'published' })
    await isTrue()
    expect(await db.messageRule.findUnique({ where: { id } })).toMatchObject({ untilThenVersion: null })

    await switchMessageRule({ id, version: (await line())?.version ?? 0, isActive: false }, change)
    expect(await line()).toMatchObject({
      states: [{ kind: 'off', text: 'Off' }],
      effect: 'It won’t start on 1 Dec 2026, 09:00 unless you switch it on again.',
    })
    await switchMessageRule({ id, version: (await line())?.version ?? 0, isActive: true }, change)
    await isTrue()
    expect(await postAt(new Date(start.getTime() - 1))).not.toMatch(/^Other/)
    expect(await postAt(start)).toMatch(/^Other\. /)
  })

  test('words that were off or over aren’t what visitors get until new ones begin', async () => {
    const { id } = await scotland()
    await switchMessageRule({ id, version: 1, isActive: false }, change)
    await saveMessageRule(input({ id, version: 2, activeFrom: '2026-12-01T09:00' }), change)
    await publishRules([{ id, version: 3 }], change)
    expect((await showRules(now)).find((rule) => rule.id === id)?.states.map(({ text }) => text)).toEqual([
      'Scheduled from 1 Dec 2026, 09:00',
    ])
  })

  test('undoing such a publication leaves the old words for good', async () => {
    const before = await postAt(now)
    const { id } = await scotland()
    await saveMessageRule(input({ id, version: 1, activeFrom: '2026-12-01T09:00' }), change)
    await publishRules([{ id, version: 2 }], change)
    const row = await db.auditEntry.findFirstOrThrow({
      where: { action: 'message-rule.published' },
      orderBy: { id: 'desc' },
    })
    const found = await findAudit(row.id)
    if (!found) throw new Error('no line')
    expect(await undoMessageRule(found.line, change)).toBe('undone')
    expect(await postAt(now)).toBe(before)
    expect(await postAt(start)).toBe(before)
  })

  test('a message for several parties and nations reaches all of them', async () => {
    const conditions = { nation: 'Scotland\nWales', party: 'Labour\nLabour (Co-op)' }
    const saved = await saveMessageRule(input({ name: 'Two', conditions }), change)
    if (saved.outcome !== 'saved') throw new Error(saved.outcome)
    const check = await showCheck([String(saved.id)], 'staff-1', now)
    expect(check.drafts).toMatchObject([{ name: 'Two', isNew: true }])
    expect(check.warnings.join()).not.toContain('a party of their own')
    await saveMessageRule(
      input({ name: 'Two', conditions: { ...conditions, party: 'Labour' }, id: saved.id, version: 1 }),
      change,
    )
    expect((await showCheck([String(saved.id)], 'staff-1', now)).warnings).toContain(
      '“Two”: Labour (Co-op) MPs are a party of their own here: choose it too',
    )
    expect(check.drafts[0]?.fits).toBeGreaterThan(check.drafts[0]?.gets ?? 0) // others stand above it
    expect(await saveMessageRule(input({ name: 'Three', conditions: { nation: 'France' } }), change)).toMatchObject({
      outcome: 'refused',
    })
  })
})
