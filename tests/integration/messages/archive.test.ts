import { beforeEach, expect, test } from 'vitest'
import { listAuditOf } from '@/lib/audit/data/entries'
import { countDesk } from '@/lib/desk/data/counts'
import { undoChange } from '@/lib/desk/undo'
import { archiveMessageRule, bringMessageRuleBack, deleteMessageRule } from '@/lib/messages/archive'
import { listDeskRules } from '@/lib/messages/data/desk'
import { listMessageRules } from '@/lib/messages/data/rules'
import { discardDraft } from '@/lib/messages/discard-draft'
import { moveMessageRule } from '@/lib/messages/move-rule'
import { previewMessage } from '@/lib/messages/preview'
import { publishRules, switchMessageRule } from '@/lib/messages/publish'
import { restoreMessageRule } from '@/lib/messages/restore-rule'
import { saveMessageRule } from '@/lib/messages/save-draft'
import { listArchivedRules, showArchivedRule } from '@/lib/messages/show-archived'
import { showCheck } from '@/lib/messages/show-check'
import { showRule } from '@/lib/messages/show-rule'
import { showRules } from '@/lib/messages/show-rules'
import { emptyArchive } from '@/lib/server/upkeep'
import type { Staff } from '@/lib/staff/model/staff'
import { onEachDatabase } from '../databases'
import { composeInput as input, prepareRules } from './prepare-rules'

const now = new Date('2026-11-22T10:00:00Z')
const admin = { id: 'archivist', name: 'Ann', email: 'archivist@example.org', role: 'admin' } as Staff
const change = { actor: admin, now }
const scottishSeat = { slug: 'aberdeen-south', now }

onEachDatabase('archiving messages', ({ db }) => {
  prepareRules(db, [admin.id])
  beforeEach(() => db.upkeep.deleteMany())

  const find = async (name: string) => {
    const rules = await listDeskRules()
    const rule = rules.find(({ published, draft }) => (draft ?? published)?.content.name === name)
    if (!rule) throw new Error(`no rule ${name}`)
    return { ...rule, place: rules.indexOf(rule) + 1 }
  }
  const scotland = () => find('Scotland')
  const order = async () => (await listDeskRules()).map(({ id }) => id)
  const row = (id: number) => db.messageRule.findUniqueOrThrow({ where: { id } })
  const lastEntry = async () => String((await db.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } })).id)
  const ruleOf = async () => {
    const shown = await previewMessage(scottishSeat)
    return shown.outcome === 'shown' ? shown.rule : null
  }

  test('an archived message is in no list, no check and no preview, and no visitor gets it', async () => {
    const { id, version } = await scotland()
    await saveMessageRule(input({ id, version, emailSubject: 'Drafted' }), change)
    const [counts, rules] = [await countDesk('nobody', now), await order()]
    expect(await ruleOf()).toBe('Scotland')
    expect(await archiveMessageRule({ id, version: version + 1 }, change)).toEqual({ outcome: 'archived' })
    expect(await ruleOf()).not.toBe('Scotland')
    expect(await order()).toEqual(rules.filter((each) => each !== id))
    expect((await listMessageRules()).map(({ name }) => name)).not.toContain('Scotland')
    expect((await showRules(now)).map(({ name }) => name)).not.toContain('Scotland')
    expect(await showCheck([String(id)], admin.id, now)).toMatchObject({ drafts: [], problems: [] })
    expect(await showRule(id, now)).toBeNull()
    expect(await countDesk('nobody', now)).toMatchObject({
      rules: counts.rules - 1,
      activeRules: counts.activeRules - 1,
    })
    expect(await listArchivedRules()).toEqual([{ id, name: 'Scotland', archivedAt: now }])
    expect((await showArchivedRule(id, now))?.fields).toContainEqual({ label: 'Subject of the email', text: 'Drafted' })
    expect(await archiveMessageRule({ id, version: version + 1 }, change)).toEqual({ outcome: 'not-found' })
  })

  test('archiving is refused where some constituency would be left without a message, or if something has changed', async () => {
    const last = (await listDeskRules()).at(-1)
    if (!last) throw new Error('no rules')
    expect(await archiveMessageRule(last, change)).toMatchObject({
      outcome: 'refused',
      uncovered: expect.any(Number),
      report: {
        problems: expect.arrayContaining([expect.objectContaining({ problem: 'no message in use is for everyone' })]),
      },
    })
    const { id, version } = await scotland()
    expect(await archiveMessageRule({ id, version: version + 1 }, change)).toMatchObject({ outcome: 'conflict' })
    expect(await archiveMessageRule({ id: 999_999, version: 1 }, change)).toEqual({ outcome: 'not-found' })
    expect(await listArchivedRules()).toEqual([])
  })

  test('nothing changes an archived message until it is brought back, switched off, above the last one', async () => {
    const { id } = await scotland()
    await saveMessageRule(input({ id, version: 1 }), change)
    await archiveMessageRule({ id, version: 2 }, change)
    const { version } = await row(id)
    const seen = { id, version }
    expect(await saveMessageRule(input(seen), change)).toEqual({ outcome: 'not-found' })
    expect(await discardDraft(seen, change)).toEqual({ outcome: 'conflict', theirs: null })
    expect(await publishRules([seen], change)).toEqual({ outcome: 'not-found' })
    expect(await switchMessageRule({ ...seen, isActive: true }, change)).toEqual({ outcome: 'not-found' })
    expect(await restoreMessageRule({ ...seen, from: 1 }, change)).toEqual({ outcome: 'conflict', theirs: null })
    const ids = await order()
    expect(await moveMessageRule({ id, direction: 'up', seen: [...ids, id], mayPublish: true }, change)).toEqual({
      outcome: 'not-found',
    })
    // Others can be moved and made around it.
    await moveMessageRule({ id: ids[1] ?? 0, direction: 'up', seen: ids, mayPublish: true }, change)
    await saveMessageRule(input({ name: 'Newer' }), change)
    expect(await bringMessageRuleBack(id, change)).toEqual({ outcome: 'brought-back' })
    expect(await bringMessageRuleBack(id, change)).toEqual({ outcome: 'not-found' })
    const back = await scotland()
    expect(back).toMatchObject({
      archivedAt: null,
      published: { content: { isActive: false } },
      draft: { content: { emailSubject: 'S' } },
    })
    expect(back.place).toBe((await order()).length - 1)
    expect(await ruleOf()).not.toBe('Scotland')
    const positions = (await listDeskRules()).map(({ position }) => position)
    expect(positions).toEqual(positions.map((_, at) => (at + 1) * 10))
    expect(await switchMessageRule({ ...back, isActive: true }, change)).toMatchObject({ outcome: 'published' })
  })

  test('undo puts a message back into force and into its place, if every message can then be sent', async () => {
    const start = await scotland()
    const [rules, { id, version }] = [await order(), start]
    await archiveMessageRule({ id, version }, change)
    const archiving = await lastEntry()
    expect(await undoChange(archiving, admin, now)).toBe('undone')
    expect(await order()).toEqual(rules)
    const back = await scotland()
    expect(back).toMatchObject({ place: start.place, published: { content: start.published?.content } })
    expect(await ruleOf()).toBe('Scotland')
    expect(await undoChange(archiving, admin, now)).toBe('changed-since')
    const later = new Date('2026-12-01T10:00:00Z')
    expect(await undoChange(await lastEntry(), admin, later)).toBe('undone')
    // Its days begin again: it would be gone too soon otherwise.
    expect(await row(id)).toMatchObject({ isActive: false, archivedAt: later })
    await bringMessageRuleBack(id, change)
    expect(await undoChange(await lastEntry(), admin, now)).toBe('undone')
    expect(await listArchivedRules()).toMatchObject([{ id }])
    expect((await listAuditOf('message-rule', String(id), { max: 5 })).map(({ action }) => action)).toEqual([
      'message-rule.undone',
      'message-rule.brought-back',
      'message-rule.undone',
      'message-rule.undone',
      'message-rule.archived',
    ])

    await bringMessageRuleBack(id, change)
    await switchMessageRule({ ...(await scotland()), isActive: true }, change)
    await archiveMessageRule(await scotland(), change)
    await db.seat.updateMany({ where: { slug: scottishSeat.slug }, data: { name: 'x'.repeat(300) } })
    expect(await undoChange(await lastEntry(), admin, now)).toBe('refused')
    await db.seat.updateMany({ where: { slug: scottishSeat.slug }, data: { name: 'Aberdeen South' } })
  })

  test('a message that was never published is archived without a check, and undo brings its draft back', async () => {
    const saved = await saveMessageRule(input({ name: 'Never', postText: `{mp_name} ${'x'.repeat(400)}` }), change)
    if (saved.outcome !== 'saved') throw new Error(saved.outcome)
    const rules = await order()
    expect(await archiveMessageRule(saved, change)).toEqual({ outcome: 'archived' })
    expect(await undoChange(await lastEntry(), admin, now)).toBe('undone')
    expect(await order()).toEqual(rules)
    expect(await find('Never')).toMatchObject({ published: null, draft: { content: { isActive: true } } })
  })

  test('what was archived 30 days ago is deleted on that day with all its versions, and nothing else', async () => {
    const { id, version } = await scotland()
    await archiveMessageRule({ id, version }, change)
    const saved = await saveMessageRule(input({ name: 'Kept' }), change)
    if (saved.outcome !== 'saved') throw new Error(saved.outcome)
    await archiveMessageRule(saved, { actor: null, now: new Date('2026-11-23T00:30:00Z') })
    await emptyArchive(new Date('2026-12-21T23:59:00Z'))
    expect(await listArchivedRules()).toHaveLength(2)
    const day = new Date('2026-12-22T01:00:00Z')
    await Promise.all([emptyArchive(day), emptyArchive(day)])
    expect(await listArchivedRules()).toMatchObject([{ name: 'Kept' }])
    expect(await db.messageRuleVersion.count({ where: { ruleId: id } })).toBe(0)
    expect(await listAuditOf('message-rule', String(id), { max: 1 })).toMatchObject([
      { action: 'message-rule.deleted', actor: null, before: { 'published.name': 'Scotland' }, after: null },
    ])
    expect(await undoChange(await lastEntry(), admin, now)).toBe('refused')
  })

  test('an admin deletes an archived one for good at once, and no other', async () => {
    const { id, version } = await scotland()
    expect(await deleteMessageRule(id, change)).toEqual({ outcome: 'not-found' })
    await archiveMessageRule({ id, version }, change)
    expect(await deleteMessageRule(id, change)).toEqual({ outcome: 'deleted' })
    expect(await bringMessageRuleBack(id, change)).toEqual({ outcome: 'not-found' })
    expect(await db.messageRule.findUnique({ where: { id } })).toBeNull()
  })
})
