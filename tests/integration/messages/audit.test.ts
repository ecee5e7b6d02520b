import { expect, test } from 'vitest'
import * as desk from '@/lib/messages/data/desk'
import { discardDraft } from '@/lib/messages/discard-draft'
import { moveMessageRule } from '@/lib/messages/move-rule'
import * as publishing from '@/lib/messages/publish'
import { restoreMessageRule } from '@/lib/messages/restore-rule'
import * as saving from '@/lib/messages/save-draft'
import * as undoing from '@/lib/messages/undo'
import { onEachDatabase } from '../databases'
import { composeInput as input, prepareRules } from './prepare-rules'

const now = new Date('2026-11-22T10:00:00Z')
const change = { actor: { id: 'staff-1' }, now }
const long = { postText: `{mp_name} ${'x'.repeat(400)}` }

onEachDatabase('what is kept and taken back of changes of rules', ({ db }) => {
  prepareRules(db, ['staff-1'])

  const scotland = async () => {
    const rules = await desk.listDeskRules()
    const rule = rules.find(({ published }) => published?.content.name === 'Scotland')
    if (!rule) throw new Error('no rule Scotland')
    return { ...rule, place: rules.indexOf(rule) + 1 }
  }
  const save = async (more: object) => {
    const answer = await saving.saveMessageRule(input(more), change)
    if (answer.outcome !== 'saved') throw new Error(answer.outcome)
    return { id: answer.id, version: answer.version }
  }
  const lines = async (id: number) => {
    const rows = await db.auditEntry.findMany({
      where: { entity: 'message-rule', entityId: String(id) },
      orderBy: { id: 'asc' },
    })
    const parse = (json: string | null) => (json === null ? null : JSON.parse(json))
    return rows.map(({ action, actorId, entityId, before, after }) => ({
      action,
      actorId,
      entityId,
      before: parse(before),
      after: parse(after),
    }))
  }
  /** Undoes the last change, and returns the rule's state without its version. */
  const undo = async (id: number) => {
    const line = (await lines(id)).at(-1)
    if (!line) throw new Error('nothing to undo')
    return undoing.undoMessageRule(line, change)
  }
  const content = async (id: number) => {
    const rules = await desk.listDeskRules()
    const at = rules.findIndex((rule) => rule.id === id)
    return { place: at + 1, published: rules[at]?.published?.content ?? null, draft: rules[at]?.draft?.content ?? null }
  }

  test('each change writes one entry with the whole rule before and after, and undoing it writes another', async () => {
    const { id } = await scotland()
    const start = await content(id)
    const steps: [string, () => Promise<unknown>][] = [
      ['draft-saved', () => save({ id, version: 1 })],
      [
        'draft-saved',
        async () =>
          save({
            id,
            version: (await scotland()).version,
            emailSubject: 'T',
            activeFrom: '2026-12-01',
            conditions: { nation: 'Scotland', isVacant: false },
          }),
      ],
      ['published', async () => publishing.publishRules([await scotland()], change)],
      ['switched', async () => publishing.switchMessageRule({ ...(await scotland()), isActive: false }, change)],
      ['restored', async () => restoreMessageRule({ ...(await scotland()), from: 1 }, change)],
      ['draft-discarded', async () => discardDraft(await scotland(), change)],
      [
        'moved',
        async () => {
          const seen = (await desk.listDeskRules()).map((rule) => rule.id)
          return moveMessageRule({ id, direction: 'up', seen, mayPublish: false }, change)
        },
      ],
    ]
    const earlier = (await lines(id)).length
    for (const [action, step] of steps) {
      const before = await content(id)
      expect(await step(), action).not.toMatchObject({ outcome: 'refused' })
      const after = await content(id)
      expect(after, action).not.toEqual(before)
      expect((await lines(id)).at(-1), action).toMatchObject({
        action: `message-rule.${action}`,
        actorId: 'staff-1',
        before: { place: before.place },
        after: { place: after.place },
      })
      expect(await undo(id), action).toBe('undone')
      expect(await content(id), action).toEqual(before)
      expect(await undo(id), action).toBe('undone') // and again, so that the next step starts where this one ended
      expect(await content(id), action).toEqual(after)
    }
    const kept = await lines(id)
    expect(kept.map(({ action }) => action).slice(earlier)).toEqual(
      steps.flatMap(([action]) => [`message-rule.${action}`, 'message-rule.undone', 'message-rule.undone']),
    )
    expect(
      kept.every((line, at) => at <= earlier || JSON.stringify(line.before) === JSON.stringify(kept[at - 1]?.after)),
    ).toBe(true)
    expect(start.published?.emailSubject).not.toBe((await content(id)).published?.emailSubject)
  })

  test('a discarded rule can be restored as it was, once, and creating a rule can be undone', async () => {
    const { id, version } = await save({ name: 'Fresh' })
    expect(await lines(id)).toMatchObject([
      {
        action: 'message-rule.draft-saved',
        before: null,
        after: { version: 1, hasDraft: true, 'draft.name': 'Fresh', 'draft.conditions.nation': 'Scotland' },
      },
    ])
    await discardDraft({ id, version }, change)
    const [, gone] = await lines(id)
    expect(gone).toMatchObject({ before: { 'draft.name': 'Fresh' }, after: null })
    expect(await undo(id)).toBe('undone')
    expect(await content(id)).toMatchObject({ published: null, draft: { name: 'Fresh' } })
    expect(gone && (await undoing.undoMessageRule(gone, change))).toBe('changed-since')
    expect(await saving.saveMessageRule(input({ id, version }), change)).toMatchObject({ outcome: 'conflict' }) // from an outdated page
    expect(await undo(id)).toBe('undone')
    expect((await desk.listDeskRules()).some((rule) => rule.id === id)).toBe(false)
  })

  test('undoing a first publication switches the rule off and restores the draft', async () => {
    const fresh = await save({ name: 'First', conditions: { constituencyCode: 'S14000060' } })
    await publishing.publishRules([fresh], change)
    expect(await undo(fresh.id)).toBe('undone')
    expect(await content(fresh.id)).toMatchObject({
      published: { name: 'First', isActive: false },
      draft: { name: 'First', isActive: true },
    })
  })

  test('a change can’t be undone when somebody has built on it, or when that would break a message', async () => {
    const { id } = await scotland()
    await save({ id, version: 1 })
    const [line] = (await lines(id)).slice(-1)
    await save({ id, version: 2, emailSubject: 'Newer' })
    const before = await content(id)
    expect(line && (await undoing.undoMessageRule(line, change))).toBe('changed-since')
    for (const wrong of [
      { entityId: 'x', before: null, after: null },
      { entityId: String(id), before: {}, after: {} },
    ])
      expect(await undoing.undoMessageRule(wrong, change)).not.toBe('undone')
    expect(await content(id)).toEqual(before)

    const off = await save({ name: 'Off', isActive: false, conditions: {}, ...long })
    await publishing.publishRules([off], change)
    await save({ id: off.id, version: 2, name: 'Off', conditions: {} })
    await publishing.publishRules([{ id: off.id, version: 3 }], change)
    const last = (await lines(off.id)).at(-1)
    const broken = last && { ...last, before: { ...last.before, 'published.isActive': 'true' } }
    expect(broken && (await undoing.undoMessageRule(broken, change))).toBe('refused')
  })

  test('switching is refused while it would break a message, and applies to the draft too', async () => {
    const rules = await desk.listDeskRules()
    const last = rules.at(-1)
    if (!last) throw new Error('no rules')
    expect(await publishing.switchMessageRule({ ...last, isActive: false }, change)).toMatchObject({
      outcome: 'refused',
      report: { problems: expect.arrayContaining([expect.objectContaining({ where: 'Rules' })]) },
    })
    const { id } = await scotland()
    await save({ id, version: 1 })
    expect(await publishing.switchMessageRule({ id, version: 1, isActive: false }, change)).toMatchObject({
      outcome: 'conflict',
    })
    expect(await publishing.switchMessageRule({ id, version: 2, isActive: false }, change)).toMatchObject({
      outcome: 'published',
    })
    expect(await content(id)).toMatchObject({
      published: { isActive: false },
      draft: { isActive: false, postText: 'Ours. {mp_handle}' },
    })
    expect((await scotland()).draft).toMatchObject({ savedBy: 'staff-1' })
  })

  test('an overtaken check publishes nothing', async () => {
    const { id } = await scotland()
    const draft = await save({ id, version: 1 })
    expect(publishing.parseSeen(publishing.formatSeen([draft, { id: 9, version: 1 }]))).toEqual([
      draft,
      { id: 9, version: 1 },
    ])
    const check = async () => publishing.formatChecked(await desk.listDeskRules(), [id])
    const before = await check()
    const another = await save({ name: 'Another' })
    expect(await check()).toBe(before) // somebody’s draft doesn't affect it
    await publishing.publishRules([another], change, publishing.formatChecked(await desk.listDeskRules(), [another.id]))
    expect(await publishing.publishRules([draft], change, before)).toMatchObject({ outcome: 'conflict' })
    const published = await check()
    await moveMessageRule(
      { id, direction: 'up', seen: (await desk.listDeskRules()).map((rule) => rule.id), mayPublish: true },
      change,
    )
    expect(await publishing.publishRules([draft], change, published)).toMatchObject({ outcome: 'conflict' })
    expect(await publishing.publishRules([draft], change, await check())).toMatchObject({ outcome: 'published' })
  })

  test('an editor moves rules that visitors don’t get, and a publisher the rest', async () => {
    const move = async (id: number, mayPublish: boolean) =>
      moveMessageRule(
        { id, direction: 'up', seen: (await desk.listDeskRules()).map((rule) => rule.id), mayPublish },
        change,
      )
    const { id, place } = await scotland()
    expect(await move(id, false)).toEqual({ outcome: 'not-allowed' })
    expect(await move(id, true)).toEqual({ outcome: 'moved', place: place - 1 })
    const fresh = await save({ name: 'Fresh' })
    const seen = (await desk.listDeskRules()).map((rule) => rule.id)
    expect(await move(fresh.id, false)).toEqual({ outcome: 'moved', place: seen.length - 2 })
    expect(await moveMessageRule({ id: fresh.id, direction: 'up', seen, mayPublish: false }, change)).toMatchObject({
      outcome: 'conflict',
    }) // past a different rule than intended
    await save({ name: 'Newer' })
    expect(await moveMessageRule({ id: seen[1] ?? 0, direction: 'up', seen, mayPublish: true }, change)).toEqual({
      outcome: 'moved',
      place: 1,
    })
    expect(await move(seen[1] ?? 0, true)).toEqual({ outcome: 'moved', place: 1 }) // already first
  })
})
