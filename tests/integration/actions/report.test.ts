import { expect, test } from 'vitest'
import { issueToken, reportAction } from '@/lib/actions/report'
import { isParliamentDissolved } from '@/lib/campaign/get'
import { findOpenSeat } from '@/lib/members/find-open-seat'
import { onEachDatabase } from '../databases'

onEachDatabase('reports of browsers', ({ db }) => {
  const noon = new Date('2026-11-26T12:00:00Z')
  const sender = { address: '192.0.2.9' }

  async function getToken(slug: string, key: string, now = noon) {
    const answer = await issueToken({ slug, key }, sender, now)
    if (answer.outcome !== 'issued') throw new Error(answer.outcome)
    return answer.token
  }

  async function report(more: object, from = sender, now = noon) {
    return reportAction(
      { slug: 'ashford', channel: 'email', kind: 'opened', source: null, isPersonal: true, ...more },
      from,
      now,
    )
  }

  test('a report counts once however often it is repeated, and the answer reveals no numbers', async () => {
    const key = 'a-browser-that-repeats-itself'
    const token = await getToken('ashford', key)
    const answers = await Promise.all(Array.from({ length: 5 }, () => report({ key, token })))
    expect(answers).toEqual(answers.map(() => ({ outcome: 'counted' })))
    expect(await report({ key, token: await getToken('ashford', key) })).toEqual({ outcome: 'counted' })
    expect(await report({ key, token, kind: 'confirmed' })).toEqual({ outcome: 'counted' })
    const found = await db.action.findMany({
      where: { seatCode: 'E14001069', channel: 'email' },
      select: { kind: true, isPersonal: true },
      orderBy: { id: 'asc' },
    })
    expect(found.map(({ kind }) => kind)).toEqual(['opened', 'confirmed'])
  })

  test('a token for another seat, browser, address or day counts nothing', async () => {
    const key = 'a-browser-with-borrowed-tokens'
    const before = await db.action.count()
    const stale = { outcome: 'stale-token' }
    expect(await report({ key, token: await getToken('chorley', key) })).toEqual(stale)
    expect(await report({ key, token: await getToken('ashford', 'some-other-browser-key') })).toEqual(stale)
    expect(await report({ key, token: await getToken('ashford', key) }, { address: '192.0.2.10' })).toEqual(stale)
    expect(await report({ key, token: '' })).toEqual(stale)
    const lateEvening = new Date('2026-11-26T23:59:00Z')
    const afterMidnight = new Date('2026-11-27T00:01:00Z')
    expect(await report({ key, token: await getToken('ashford', key, lateEvening) }, sender, afterMidnight)).toEqual(
      stale,
    )
    expect(await db.action.count()).toBe(before)
    expect(await report({ key, token: await getToken('ashford', key, afterMidnight) }, sender, afterMidnight)).toEqual({
      outcome: 'counted',
    })
  })

  test('an invalid report, or one for a seat without an MP, is refused', async () => {
    const key = 'a-browser-with-wrong-reports'
    const token = await getToken('ashford', key)
    for (const more of [
      { channel: 'pigeon' },
      { kind: 'sent' },
      { key: 'short' },
      { slug: 7 },
      { token: 'x'.repeat(100) },
    ]) {
      expect(await report({ key, token, ...more })).toEqual({ outcome: 'malformed' })
    }
    for (const asked of [undefined, null, [], 'text', {}, { slug: 'ashford' }])
      expect(await issueToken(asked, sender, noon)).toEqual({ outcome: 'malformed' })
    expect(await issueToken({ slug: 'no-such-seat', key }, sender, noon)).toEqual({ outcome: 'refused' })
    expect(await report({ key, token, slug: 'no-such-seat' })).toEqual({ outcome: 'refused' })
  })

  test('a seat that becomes vacant, or is marked so, stops counting within a second', async () => {
    expect(await isParliamentDissolved()).toBe(false)
    expect(await findOpenSeat('aldershot', noon)).toBe('E14001063')
    await db.seat.update({ where: { slug: 'aldershot' }, data: { memberId: null } })
    const { memberId } = await db.seat.findUniqueOrThrow({ where: { slug: 'chorley' }, select: { memberId: true } })
    if (!memberId) throw new Error('Chorley has no MP')
    const correction = {
      memberId,
      field: 'vacant',
      value: null,
      reason: 'Left',
      expiresOn: '2026-12-31',
      savedBy: '',
      savedAt: noon,
    } as const
    const { code } = await db.seat.findUniqueOrThrow({ where: { slug: 'chorley' }, select: { code: true } })
    await db.directoryCorrection.create({ data: { ...correction, seatCode: code } })
    await expect.poll(() => findOpenSeat('aldershot', noon), { timeout: 5_000 }).toBeNull()
    expect(await findOpenSeat('chorley', noon)).toBeNull()
    expect(await findOpenSeat('ashford', noon)).toBe('E14001069')
  })
})
