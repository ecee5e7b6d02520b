import { beforeEach, expect, test } from 'vitest'
import { listMessageFigures } from '@/lib/actions/data/figures'
import { rebuildCounts } from '@/lib/actions/data/rebuild-counts'
import { handOffWithoutScript } from '@/lib/actions/hand-off'
import { noDetails } from '@/lib/messages/model/visitor-details'
import { issueToken, reportAction } from '@/lib/actions/report'
import { archiveMessageRule, deleteMessageRule } from '@/lib/messages/archive'
import { listDeskRules } from '@/lib/messages/data/desk'
import { getSeatMessage } from '@/lib/messages/get-for-seat'
import { nameRules } from '@/lib/messages/name-rules'
import { saveMessageRule } from '@/lib/messages/save-draft'
import { invalidateCaches } from '@/lib/shared/cache'
import { onEachDatabase } from '../databases'
import { composeInput, prepareRules } from '../messages/prepare-rules'
import { expectExactJournal } from './expect-exact-journal'

const now = new Date('2026-11-27T10:00:00Z')
const change = { actor: { id: 'by-message' }, now }
const span = { from: '2026-11-26', to: '2026-11-27' }
const sender = { address: '192.0.2.9' }

onEachDatabase('figures by message', ({ db }) => {
  prepareRules(db, ['by-message'])
  beforeEach(async () => {
    invalidateCaches()
    for (const table of [db.action, db.journal, db.total, db.sourceTotal, db.messageTotal, db.prefixCount])
      await (table as typeof db.action).deleteMany()
  })

  let browsers = 0
  const newKey = () => `a-browser-of-messages-${(browsers += 1)}`
  const ruleOf = async (slug: string) => (await getSeatMessage(slug, now))?.message.ruleId ?? 0
  async function report(slug: string, more: object, key = newKey(), at = now) {
    const issued = await issueToken({ slug, key }, sender, at)
    const token = issued.outcome === 'issued' ? issued.token : ''
    return reportAction({ slug, key, token, channel: 'email', kind: 'opened', source: null, ...more }, sender, at)
  }
  const counted = async (given = span) =>
    (await listMessageFigures(given)).counted
      .map(({ ruleId, kind, channel, count }) => [ruleId, kind, channel, count].join(' '))
      .sort()

  test('each hand-off counts under the message that its page offered, opened and confirmed apart', async () => {
    const [ashford, aberdeen] = [await ruleOf('ashford'), await ruleOf('aberdeen-south')]
    expect(ashford).not.toBe(aberdeen)
    const key = newKey()
    await report('ashford', { rule: ashford }, key)
    await report('ashford', { rule: ashford }, key) // once, however often it is sent
    await report('ashford', { rule: ashford, kind: 'confirmed' }, key)
    await report('ashford', { rule: ashford })
    const typed = { post: 'p', subject: 's', parts: [], details: noDetails }
    const visitor = { address: sender.address, userAgent: 'none' }
    const plain = { slug: 'aberdeen-south', typed, visitor, source: null, rule: aberdeen, now }
    await handOffWithoutScript({ ...plain, target: 'x' })
    expect(await counted()).toEqual(
      [`${ashford} confirmed email 1`, `${ashford} opened email 2`, `${aberdeen} opened x 1`].sort(),
    )
    await expectExactJournal(db)
  })

  test('a page that says no message, an unknown one or nonsense still counts, and isn’t known by message', async () => {
    const drafted = await saveMessageRule(composeInput({ name: 'Never published' }), change)
    const wrong = [undefined, null, '', 'x', -1, 999_999, 2 ** 40, {}, drafted.outcome === 'saved' ? drafted.id : 0]
    for (const rule of wrong) expect(await report('ashford', { rule })).toEqual({ outcome: 'counted' })
    const { counted: known, all } = await listMessageFigures(span)
    expect(known).toEqual([])
    expect(all).toEqual([{ kind: 'opened', channel: 'email', count: wrong.length }])
    await expectExactJournal(db)
  })

  test('the first day that is known by message is told, and other days aren’t in a range', async () => {
    expect(await listMessageFigures(span)).toEqual({ counted: [], all: [], since: null })
    const rule = await ruleOf('ashford')
    const early = new Date('2026-11-25T10:00:00Z')
    await report('ashford', { rule: null }, newKey(), new Date('2026-11-24T10:00:00Z')) // as before the update
    await report('ashford', { rule }, newKey(), early)
    await report('ashford', { rule })
    expect(await listMessageFigures(span)).toMatchObject({ counted: [{ ruleId: rule, count: 1 }], since: '2026-11-25' })
    expect(await counted({ from: '2026-11-24', to: '2026-11-27' })).toEqual([`${rule} opened email 2`])
  })

  test('a message keeps its figures and its name when it is archived and when it is deleted', async () => {
    const rule = (await listDeskRules()).find(({ published }) => published?.content.name === 'Scotland')
    if (!rule) throw new Error('no rule')
    const { id } = rule
    await report('aberdeen-south', { rule: id })
    expect(await nameRules([id, 999_999])).toEqual(
      new Map([
        [id, 'Scotland'],
        [999_999, 'Message 999999 (deleted)'],
      ]),
    )
    await archiveMessageRule(rule, change)
    await report('aberdeen-south', { rule: id }) // from a page that was open
    expect(await nameRules([id])).toEqual(new Map([[id, 'Scotland (archived)']]))
    await deleteMessageRule(id, change)
    expect(await nameRules([id])).toEqual(new Map([[id, 'Scotland (deleted)']]))
    expect(await counted()).toEqual([`${id} opened email 2`])
    invalidateCaches()
    await report('aberdeen-south', { rule: id })
    expect(await counted()).toEqual([`${id} opened email 2`])
    expect((await listMessageFigures(span)).all).toMatchObject([{ count: 3 }])
  })

  test('two messages of one name are told apart', async () => {
    const [first, second] = (await listDeskRules()).map(({ id }) => id)
    await db.messageRuleVersion.updateMany({
      where: { ruleId: { in: [first ?? 0, second ?? 0] } },
      data: { name: 'Same' },
    })
    expect([...(await nameRules([first ?? 0, second ?? 0])).values()]).toEqual([
      `Same, number ${first}`,
      `Same, number ${second}`,
    ])
  })

  test('counts that went wrong are rebuilt from the actions', async () => {
    const rule = await ruleOf('ashford')
    await report('ashford', { rule })
    await db.messageTotal.updateMany({ data: { count: 5 } })
    await db.messageTotal.create({
      data: { ruleId: 999_999, kind: 'opened', channel: 'x', day: '2026-11-27', count: 2 },
    })
    expect(await rebuildCounts(db)).toMatchObject([
      { ruleId: rule, written: 5, actual: 1 },
      { ruleId: 999_999, written: 2, actual: 0 },
    ])
    await expectExactJournal(db)
    expect(await rebuildCounts(db)).toEqual([])
  })
})
