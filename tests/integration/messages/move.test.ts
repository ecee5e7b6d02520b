import { expect, test } from 'vitest'
import { answerMove } from '@/lib/messages/answer-move'
import { listDeskRules } from '@/lib/messages/data/desk'
import { publishRules, switchMessageRule } from '@/lib/messages/publish'
import { saveMessageRule } from '@/lib/messages/save-draft'
import { showRules } from '@/lib/messages/show-rules'
import { onEachDatabase } from '../databases'
import { composeInput as input, prepareRules } from './prepare-rules'

const now = new Date('2026-11-22T10:00:00Z')
const change = { actor: { id: 'staff-1' }, now }
const everyone = 'England and Wales, and all others'

onEachDatabase('moving a message', ({ db }) => {
  prepareRules(db, ['staff-1'])
  const names = async () => (await showRules(now)).map(({ name }) => name)
  const idOf = async (name: string) => (await showRules(now)).find((rule) => rule.name === name)?.id ?? 0
  const move = async (name: string, direction: string, more: Record<string, string> = {}) => {
    const order = (await listDeskRules()).map(({ id }) => id).join(' ')
    return answerMove({ id: String(await idOf(name)), direction, order, ...more }, true, change)
  }
  const publish = async (more: object) => {
    const saved = await saveMessageRule(input(more), change)
    if (saved.outcome !== 'saved') throw new Error(saved.outcome)
    expect(await publishRules([saved], change)).toMatchObject({ outcome: 'published' })
  }

  test('a move that changes what visitors get says so in numbers first, and then is made', async () => {
    const before = await names()
    const asked = await move(everyone, 'up')
    expect(asked).toMatchObject({
      outcome: 'ask',
      id: await idOf(everyone),
      message: `11 constituencies, such as Belfast East, would get another message: “${everyone}” instead of “Northern Ireland”.`,
    })
    expect(await names()).toEqual(before)
    expect(await db.auditEntry.count({ where: { action: 'message-rule.moved' } })).toBe(0)
    // What was agreed to has to be what would happen.
    expect(await move(everyone, 'up', { agreed: '10 constituencies' })).toMatchObject({ outcome: 'ask' })
    const moved = await move(everyone, 'up', { agreed: asked.message })
    expect(moved).toMatchObject({ outcome: 'done', message: `“${everyone}” is now number 14 of 15.` })
    expect((await showRules(now)).map(({ name, seats }) => [name, seats]).slice(-2)).toEqual([
      [everyone, expect.any(Number)],
      ['Northern Ireland', 0],
    ])
  })

  test('a move that changes no constituency’s message is made at once', async () => {
    expect(await move('Northern Ireland', 'up')).toMatchObject({ outcome: 'done' })
    expect(await move('The Speaker', 'down')).toMatchObject({ outcome: 'done' })
    await switchMessageRule({ id: await idOf('Scotland'), version: 1, isActive: false }, change)
    expect(await move('Scotland', 'down')).toMatchObject({ outcome: 'done' }) // off: nobody gets it
  })

  test('a move that changes something later says when', async () => {
    await publish({ name: 'Week', conditions: { nation: 'Scotland', isVacant: false }, activeFrom: '2026-12-01T09:00' })
    expect(await move('Week', 'up')).toMatchObject({ outcome: 'done' }) // past Northern Ireland
    expect(await move('Week', 'up')).toMatchObject({
      outcome: 'ask',
      message: expect.stringMatching(
        /^From 1 Dec 2026, 09:00, \d\d constituencies, such as Aberdeen North, would get another message: “Week” instead of “Scotland”\.$/,
      ),
    })
  })

  test('a move after which a message could not be sent is refused with the reason', async () => {
    let answer = await move(everyone, 'up')
    for (let moves = 0; moves < 20 && answer.outcome !== 'refused'; moves++)
      answer = await move(everyone, 'up', { agreed: answer.message })
    expect(answer.message).toMatch(/^“England and Wales, and all others” stays where it is\. In that order /)
    const order = await names()
    expect(await move(everyone, 'up', { agreed: answer.message })).toMatchObject({ outcome: 'refused' })
    expect(await names()).toEqual(order)
  })
})
