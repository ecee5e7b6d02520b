import { expect, test } from 'vitest'
import { getSeat } from '@/lib/members/data/seats'
import * as desk from '@/lib/messages/data/desk'
import { discardDraft } from '@/lib/messages/discard-draft'
import { getMessage } from '@/lib/messages/get'
import * as moving from '@/lib/messages/move-rule'
import { previewMessage } from '@/lib/messages/preview'
import * as publishing from '@/lib/messages/publish'
import * as restoring from '@/lib/messages/restore-rule'
import * as saving from '@/lib/messages/save-draft'
import { invalidateCaches } from '@/lib/shared/cache'
import { messageSeed } from '@/lib/messages/data/read-seed'
import { onEachDatabase } from '../databases'
import { composeInput as input, prepareRules } from './prepare-rules'

const now = new Date('2026-11-22T10:00:00Z')
const change = { actor: { id: 'staff-1' }, now }
const other = { actor: { id: 'staff-2' }, now: new Date('2026-11-22T11:00:00Z') }

onEachDatabase('the message desk', ({ db }) => {
  prepareRules(db, ['staff-1', 'staff-2', 'A', 'B', 'C'])

  const rule = async (name: string) => {
    const found = (await desk.listDeskRules()).find(
      ({ published, draft }) => (draft ?? published)?.content.name === name,
    )
    if (!found) throw new Error(`no rule ${name}`)
    return found
  }
  const postOf = async (slug: string, at = now) => {
    invalidateCaches() // in a running server, the watcher does this
    const seat = await getSeat(slug)
    return seat && (await getMessage(seat, at)).post
  }

  test('a draft exists alongside the published version until it is published', async () => {
    const { id, published } = await rule('Scotland')
    const before = await postOf('aberdeen-south')
    expect(await saving.saveMessageRule(input({ id, version: 1 }), change)).toEqual({
      outcome: 'saved',
      id,
      version: 2,
    })
    expect(await rule('Scotland')).toMatchObject({
      version: 2,
      published,
      draft: { version: 2, savedBy: 'staff-1', savedAt: now, content: { postText: 'Ours. {mp_handle}' } },
    })
    expect(await postOf('aberdeen-south')).toBe(before)
    expect(await publishing.publishRules([{ id, version: 2 }], other)).toMatchObject({ outcome: 'published' })
    expect(await postOf('aberdeen-south')).toMatch(/^Ours\. @/)
    expect(await rule('Scotland')).toMatchObject({
      version: 3,
      published: { version: 3, savedBy: 'staff-2' },
      draft: null,
    })
  })

  test('whoever edits an old version is told what the other person saved', async () => {
    const { id } = await rule('Scotland')
    const answers = await Promise.all(
      ['A', 'B', 'C'].map((text) =>
        saving.saveMessageRule(input({ id, version: 1, postText: text }), { actor: { id: text }, now }),
      ),
    )
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'conflict', 'saved'])
    const won = (await rule('Scotland')).draft
    for (const answer of answers) if (answer.outcome === 'conflict') expect(answer.theirs?.draft).toEqual(won)
    expect(won?.content.postText).toBe(won?.savedBy)
    expect(await publishing.publishRules([{ id, version: 1 }], change)).toMatchObject({
      outcome: 'conflict',
      theirs: { id, draft: won },
    })
  })

  test('publishing is refused while it would break a message, and saves nothing', async () => {
    const scotland = await rule('Scotland')
    const wrong = await saving.saveMessageRule(
      input({ id: scotland.id, version: 1, postText: `{mp_name} ${'x'.repeat(400)}` }),
      change,
    )
    const fresh = await saving.saveMessageRule(input({ name: 'Fine', conditions: { nation: 'Wales' } }), change)
    if (wrong.outcome !== 'saved' || fresh.outcome !== 'saved') throw new Error('not saved')
    const answer = await publishing.publishRules([wrong, fresh], change)
    expect(answer).toMatchObject({
      outcome: 'refused',
      report: { problems: expect.arrayContaining([expect.objectContaining({ where: 'Aberdeen South' })]) },
    })
    expect((await rule('Fine')).published).toBeNull()
    expect((await rule('Scotland')).published).toEqual(scotland.published)
    expect(await publishing.publishRules([fresh], change)).toMatchObject({ outcome: 'published' })
  })

  test('every published version is stored, and restoring one makes it the draft', async () => {
    const { id } = await rule('Scotland')
    const before = await postOf('aberdeen-south')
    await saving.saveMessageRule(input({ id, version: 1 }), change)
    await publishing.publishRules([{ id, version: 2 }], change)
    await saving.saveMessageRule(input({ id, version: 3, postText: 'Never published' }), other)
    expect(await restoring.restoreMessageRule({ id, version: 3, from: 1 }, other)).toMatchObject({
      outcome: 'conflict',
    })
    expect(await restoring.restoreMessageRule({ id, version: 4, from: 2 }, other)).toEqual({ outcome: 'not-found' }) // only ever a draft
    expect(await restoring.restoreMessageRule({ id, version: 4, from: 1 }, other)).toEqual({
      outcome: 'restored',
      version: 5,
    })
    expect(await postOf('aberdeen-south')).not.toBe(before)
    expect(await publishing.publishRules([{ id, version: 5 }], other)).toMatchObject({ outcome: 'published' })
    expect(await postOf('aberdeen-south')).toBe(before)
    expect(
      (await desk.listRuleHistory(id)).map(({ version, savedBy, savedAt }) => [version, savedBy, savedAt]),
    ).toEqual([
      [6, 'staff-2', other.now],
      [3, 'staff-1', now],
      [1, null, expect.any(Date)],
    ])
  })

  test('a rule has its time in force, and later changes are checked as well', async () => {
    const { id } = await rule('Scotland')
    const week = input({
      name: 'Week',
      conditions: { nation: 'Scotland', isVacant: false },
      activeFrom: '2026-12-01',
      activeUntil: '2026-12-07',
    })
    const saved = await saving.saveMessageRule(week, change)
    if (saved.outcome !== 'saved') throw new Error('not saved')
    for (let moves = 0; moves < 10; moves++) {
      await moving.moveMessageRule(
        { id: saved.id, direction: 'up', seen: (await desk.listDeskRules()).map((each) => each.id), mayPublish: true },
        change,
      )
    }
    expect(await publishing.publishRules([saved], change)).toMatchObject({ outcome: 'published' })
    const isOurs = async (at: string) => (await postOf('aberdeen-south', new Date(at)))?.startsWith('Ours.')
    expect(
      await Promise.all(
        ['2026-11-30T23:59:00Z', '2026-12-01T00:00:00Z', '2026-12-07T23:59:00Z', '2026-12-08T00:00:00Z'].map(isOurs),
      ),
    ).toEqual([false, true, true, false])
    const late = await saving.saveMessageRule(
      input({ id, version: 1, postText: `{mp_name}${'x'.repeat(300)}`, activeFrom: '2026-12-24' }),
      change,
    )
    if (late.outcome !== 'saved') throw new Error('not saved')
    expect(await publishing.publishRules([late], change)).toMatchObject({
      outcome: 'refused',
      report: {
        problems: expect.arrayContaining([
          expect.objectContaining({ where: 'Aberdeen South', from: new Date('2026-12-24T00:00:00Z') }),
        ]),
      },
    })
  })

  test('of two people moving rules at once, one is told, and the order stays intact', async () => {
    const seen = (await desk.listDeskRules()).map(({ id }) => id)
    const [first = 0, second = 0, third = 0] = seen
    const answers = await Promise.all([
      moving.moveMessageRule({ id: second, direction: 'up', seen, mayPublish: true }, change),
      moving.moveMessageRule({ id: third, direction: 'up', seen, mayPublish: true }, other),
    ])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['conflict', 'moved'])
    const after = (await desk.listDeskRules()).map(({ id, position }) => [id, position])
    expect(after.map(([id]) => id).sort()).toEqual([...seen].sort())
    expect([
      [second, first, third],
      [first, third, second],
    ]).toContainEqual(after.slice(0, 3).map(([id]) => id))
    expect(after.map(([, position]) => position)).toEqual(seen.map((_, index) => (index + 1) * 10))
  })

  test('an order that would give a constituency the wrong message is refused', async () => {
    const ids = (await desk.listDeskRules()).map(({ id }) => id)
    const vacant = await rule('Vacant seat')
    const last = ids.at(-1) ?? 0
    const answers = []
    for (let moves = 0; moves < ids.length; moves++) {
      const seen = (await desk.listDeskRules()).map(({ id }) => id)
      const up = { id: last, direction: 'up', seen, mayPublish: true } as const
      const answer = await moving.moveMessageRule(up, change)
      const agreed = answer.outcome === 'ask' ? answer.changes : ''
      answers.push(answer.outcome)
      if (agreed) await moving.moveMessageRule({ ...up, agreed }, change)
    }
    expect(answers).toContain('refused')
    const after = (await desk.listDeskRules()).map(({ id }) => id)
    expect(after.indexOf(vacant.id)).toBeLessThan(after.indexOf(last))
  })

  test('publishing concurrently loses nothing', async () => {
    const drafts = await Promise.all(
      ['A', 'B', 'C', 'D'].map((name) =>
        saving.saveMessageRule(input({ name, conditions: { constituencyCode: 'S14000060' } }), change),
      ),
    )
    const answers = await Promise.all(
      drafts.map(async (draft) => (draft.outcome === 'saved' ? publishing.publishRules([draft], change) : null)),
    )
    expect(answers.map((answer) => answer?.outcome)).toEqual(['published', 'published', 'published', 'published'])
    expect((await desk.listDeskRules()).filter(({ published }) => published)).toHaveLength(messageSeed().length + 4)
  })

  test('a draft can be discarded, and an unpublished rule goes with it', async () => {
    const { id } = await rule('Scotland')
    await saving.saveMessageRule(input({ id, version: 1 }), change)
    expect(await discardDraft({ id, version: 1 }, change)).toMatchObject({ outcome: 'conflict' })
    expect(await discardDraft({ id, version: 2 }, change)).toEqual({ outcome: 'discarded' })
    expect(await rule('Scotland')).toMatchObject({ version: 3, draft: null, published: { version: 1 } })
    const fresh = await saving.saveMessageRule(input({ name: 'Fresh' }), change)
    if (fresh.outcome === 'saved') await discardDraft(fresh, change)
    expect((await desk.listDeskRules()).map(({ published }) => published?.content.name)).not.toContain('Fresh')
    expect(await db.messageRule.count()).toBe(messageSeed().length)
  })

  test('a preview shows any constituency’s message and lengths, for unsaved texts too', async () => {
    expect(await previewMessage({ slug: 'ashford', now })).toMatchObject({
      outcome: 'shown',
      seat: 'Ashford',
      rule: 'England and Wales, and all others',
      message: { lengths: { x: expect.any(Number), mailto: expect.any(Number) }, problems: [] },
    })
    const texts = { postText: 'Hi {mp_handle}', emailSubject: 'S', emailBody: 'Dear {mp_name}' }
    expect(await previewMessage({ slug: 'ashford', texts, now })).toMatchObject({
      rule: null,
      message: { post: 'Hi @sojanuk', lengths: { x: 11 } },
    })
    expect(await previewMessage({ slug: 'ashford', texts: { ...texts, postText: '{nope}' }, now })).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'postText' }],
    })
    expect(await previewMessage({ slug: 'nowhere', now })).toEqual({ outcome: 'not-found' })
    expect(await previewMessage({ slug: 'ashford', rules: [], now })).toEqual({ outcome: 'not-found' })
  })
})
