import { expect, test } from 'vitest'
import { messageSeed } from '@/lib/messages/data/read-seed'
import { getSeat } from '@/lib/members/data/seats'
import { listDeskRules } from '@/lib/messages/data/desk'
import { listMessageRules, seedMessageRules } from '@/lib/messages/data/rules'
import { getMessage } from '@/lib/messages/get'
import { moveMessageRule } from '@/lib/messages/move-rule'
import { publishRules } from '@/lib/messages/publish'
import { saveMessageRule } from '@/lib/messages/save-draft'
import { invalidateCaches } from '@/lib/shared/cache'
import { composeUntouchedDraft } from '../../fixtures/typed-letter'
import { onEachDatabase } from '../databases'

const now = new Date('2026-11-22T10:00:00Z')
const change = { actor: null, now }

onEachDatabase('message rules', ({ db }) => {
  /** Restores the shipped rules before every test, since tests run in any order. */
  async function useShippedRules() {
    await db.messageRule.deleteMany()
    return seedMessageRules(db)
  }

  async function draftFor(slug: string) {
    invalidateCaches() // in a running server, the watcher does this
    const seat = await getSeat(slug)
    return seat && composeUntouchedDraft(await getMessage(seat, now))
  }

  async function save(input: unknown) {
    return saveMessageRule(input, change)
  }

  /** Saves a rule, publishes it ahead of all others and returns its id and version. */
  async function publishFirst(input: object) {
    const saved = await save(input)
    if (saved.outcome !== 'saved') return { id: 0, version: 0, answer: saved }
    for (;;) {
      const seen = (await listDeskRules()).map(({ id }) => id)
      if (seen[0] === saved.id) break
      await moveMessageRule({ id: saved.id, direction: 'up', seen, mayPublish: true }, change)
    }
    return { id: saved.id, version: saved.version + 1, answer: await publishRules([saved], change) }
  }

  const own = {
    name: 'Our own',
    isActive: true,
    conditions: { constituencyCode: 'E14001352' },
    postText: 'Children deserve better.\r\n\r\n{mp_handle}, please act.',
    emailSubject: 'About {constituency}',
    emailBody: '{mp_salutation},\n\n{why_it_matters}\n\n{sender_name}',
  }

  test('startup seeds an empty table, in order, and leaves any other alone', async () => {
    expect(await useShippedRules()).toBe(messageSeed().length)
    expect(await seedMessageRules(db)).toBe(0)
    expect((await listMessageRules()).map(({ id, ...rule }) => (id > 0 ? rule : null))).toEqual(messageSeed())
  })

  test.each([
    ['manchester-rusholme', 'Thank you for supporting', 'Thank you, @'],
    ['aberdeen-south', 'Scotland has its own guardianship service', 'deserves a long-term plan'],
    ['belfast-east', 'Northern Ireland has its own guardianship service', 'deserves a long-term plan'],
    ['chorley', 'the Speaker is impartial', 'as the MP for Chorley'],
    ['mid-ulster', 'you do not take your seat', 'please write to the Home Secretary'],
    ['ashford', '1. Expand the Independent Child Trafficking Guardian service', '@sojanuk, please raise this'],
  ])('the draft for %s says: %s', async (slug, inBody, inPost) => {
    await useShippedRules()
    const draft = await draftFor(slug)
    expect(draft?.body).toContain(inBody)
    expect(draft?.body).toMatch(/\n\nYours sincerely,\nA constituent in [^\n]+$/)
    expect(draft?.post).toContain(inPost)
  })

  test('a vacant seat has its own message', async () => {
    await useShippedRules()
    const seat = { code: 'E14001063', name: 'Aldershot', nation: 'England', mp: null }
    expect((await getMessage(seat, now)).post).toContain('Whoever wins Aldershot')
  })

  test('a saved rule serves at its position, and can be changed and switched off', async () => {
    await useShippedRules()
    const { id, version, answer } = await publishFirst(own)
    expect(answer).toMatchObject({ outcome: 'published', report: { problems: [] } })
    expect(await draftFor('manchester-central')).toEqual({
      post: 'Children deserve better.\n\n@LucyMPowell, please act.',
      subject: 'About Manchester Central',
      body: expect.stringMatching(/^Dear Lucy Powell,\n\n[^\n]+\.\n\nA constituent in Manchester Central$/),
    })
    expect(await publishFirst({ ...own, id, version, emailSubject: 'Changed' })).toMatchObject({
      version: version + 2,
      answer: { outcome: 'published' },
    })
    expect(await draftFor('manchester-central')).toMatchObject({ subject: 'Changed' })
    expect(await db.messageRule.findUnique({ where: { id } })).toMatchObject({ updatedAt: now, nation: null })
    await publishFirst({ ...own, id, version: version + 2, isActive: false })
    expect((await draftFor('manchester-central'))?.subject).toMatch(/^A guardian and a plan/)
  })

  test.each([
    ['an unknown variable', { postText: 'Hello {mp_nmae}' }, ['postText']],
    ['a visitor’s variable in a post', { postText: 'I am {sender_name}' }, ['postText']],
    ['braces that do not close', { emailBody: 'Dear {mp_name', emailSubject: 'a }' }, ['emailSubject', 'emailBody']],
    ['a post that begins with a handle', { postText: '{mp_handle} hello' }, ['postText']],
    ['empty and missing fields', { emailBody: ' ', name: undefined }, ['name', 'emailBody']],
    ['a subject of two lines', { emailSubject: 'a\nBcc: b@example.org' }, ['emailSubject']],
    ['an unknown nation', { conditions: { nation: 'France' } }, ['conditions.nation']],
    ['an end that is no time', { activeFrom: 'soon', activeUntil: '2027-03-28T01:30' }, ['activeFrom', 'activeUntil']],
    ['an end before the beginning', { activeFrom: '2026-12-02', activeUntil: '2026-12-01' }, ['activeUntil']],
    ['a change without a version', { id: 1 }, ['version']],
  ])('%s is refused', async (_what, change, fields) => {
    await useShippedRules()
    const before = await db.messageRule.count()
    const answer = await save({ ...own, ...change })
    expect(answer.outcome === 'refused' ? answer.problems.map(({ field }) => field) : answer).toEqual(fields)
    expect(await db.messageRule.count()).toBe(before)
  })

  test('the last default can’t be removed, a missing rule isn’t created, and no input is an error', async () => {
    await useShippedRules()
    const last = (await listDeskRules()).at(-1)
    const id = last?.id ?? 0
    for (const [at, input] of [
      { ...own, isActive: false, conditions: {} },
      { ...own, conditions: { nation: 'England' } },
    ].entries()) {
      expect(await save({ ...input, id, version: at + 1 })).toEqual({ outcome: 'saved', id, version: at + 2 })
      expect(await publishRules([{ id, version: at + 2 }], change)).toMatchObject({
        outcome: 'refused',
        report: {
          problems: expect.arrayContaining([
            { where: 'Rules', problem: 'no message in use is for everyone', from: null, ruleId: null },
          ]),
        },
      })
    }
    expect((await draftFor('ashford'))?.subject).toMatch(/^A guardian and a plan/)
    expect(await save({ ...own, id: 999_999, version: 1 })).toEqual({ outcome: 'not-found' })
    for (const input of [null, 'x', [], { id: 1 }]) expect((await save(input)).outcome).toBe('refused')
  })

  test('rows broken by hand never stop a visitor from writing', async () => {
    await useShippedRules()
    await db.messageRule.updateMany({ data: { emailBody: '{broken' } })
    expect((await draftFor('ashford'))?.body).toContain('I live in Ashford')
    await db.messageRule.deleteMany()
    expect((await draftFor('ashford'))?.body).toContain('I live in Ashford')
  })
})
