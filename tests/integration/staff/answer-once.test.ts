import { expect, test } from 'vitest'
import { onEachDatabase } from '../databases'

onEachDatabase('a form that is sent twice', ({ db }) => {
  const now = new Date('2026-11-26T12:00:00Z')
  const form = (fields: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    return data
  }
  const send = async (
    fields: Record<string, string>,
    run: () => Promise<{ outcome: string; href?: string }>,
    more: { id?: string; staffId?: string; at?: Date } = {},
  ) => {
    const { answerOnce } = await import('@/lib/staff/answer-once')
    const { id = 'press-of-a-form', staffId = 'ann', at = now } = more
    return answerOnce({ id, staffId, content: form(fields) }, at, run)
  }
  const counted = () => {
    let runs = 0
    return {
      run: async () => ({ outcome: 'ready', href: `/staff/supporters/${++runs}` }),
      runs: () => runs,
    }
  }

  test('does it once, and gets the first answer again', async () => {
    const deed = counted()
    const first = await send({ name: 'Unseen' }, deed.run)
    expect(first).toEqual({ outcome: 'ready', href: '/staff/supporters/1' })
    expect(await send({ name: 'Unseen', scripted: 'yes', $ACTION_KEY: 'x' }, deed.run)).toEqual(first)
    expect(deed.runs()).toBe(1)
  })

  test('at the same moment too, also in another process', async () => {
    const deed = counted()
    const answers = await Promise.all([1, 2, 3].map(() => send({ name: 'At once' }, deed.run)))
    expect(answers.every(({ href }) => href === '/staff/supporters/1')).toBe(true)
    expect(deed.runs()).toBe(1)
    const { claimPress, settlePress, findPress } = await import('@/lib/staff/data/presses')
    const claims = await Promise.all([1, 2].map((ms) => claimPress('elsewhere', new Date(now.getTime() + ms))))
    expect(claims.filter(Boolean)).toHaveLength(1)
    await settlePress('elsewhere', '{"outcome":"ready"}')
    expect(await findPress('elsewhere')).toEqual({ state: 'answered', answer: '{"outcome":"ready"}' })
  })

  test('other contents, another person and another form are another press', async () => {
    const deed = counted()
    await send({ name: 'One' }, deed.run)
    await send({ name: 'Two' }, deed.run)
    await send({ name: 'One' }, deed.run, { staffId: 'ben' })
    await send({ name: 'One' }, deed.run, { id: 'press-of-another' })
    expect(deed.runs()).toBe(4)
  })

  test('what was refused or failed can be sent again', async () => {
    let runs = 0
    const refuse = async () => ({ outcome: 'refused', href: String(++runs) })
    await send({ name: '' }, refuse)
    expect(await send({ name: '' }, refuse)).toEqual({ outcome: 'refused', href: '2' })
    const fail = () => Promise.reject(new Error('broken'))
    await expect(send({ name: 'fails' }, fail)).rejects.toThrow('broken')
    expect(await send({ name: 'fails' }, counted().run)).toEqual({ outcome: 'ready', href: '/staff/supporters/1' })
  })

  test('is forgotten after a day, and keeps no text', async () => {
    await send({ notes: 'Call Ann on 01234' }, counted().run)
    const rows = await db.press.findMany()
    expect(JSON.stringify(rows)).not.toContain('01234')
    await send({ name: 'tomorrow' }, counted().run, { at: new Date(now.getTime() + 2 * 86_400_000) })
    expect(await db.press.count()).toBe(1)
  })
})
