import { expect, test } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { onEachDatabase } from '../databases'
import { change, input, now, seatCode, openCorrections } from './open-corrections'

onEachDatabase('corrections', () => {
  let db: PrismaClient
  let data: typeof import('@/lib/members/data/corrections')
  let saving: typeof import('@/lib/members/save-correction')
  let directory: typeof import('@/lib/members/data/seats')
  let page: typeof import('@/lib/members/data/desk')
  let undoing: typeof import('@/lib/members/undo')

  openCorrections(async (opened) => {
    db = opened
    data = await import('@/lib/members/data/corrections')
    saving = await import('@/lib/members/save-correction')
    directory = await import('@/lib/members/data/seats')
    page = await import('@/lib/members/data/desk')
    undoing = await import('@/lib/members/undo')
  })

  test('wins over the directory wherever it is read, through a sync, until its day is over', async () => {
    const { runSync } = await import('@/lib/members/run-sync')
    const seen: string[] = []
    expect(await saving.saveCorrection(input, change)).toEqual({ outcome: 'saved', id: expect.any(Number) })
    expect(await runSync({ actor: null, now, onProgress: ({ step }) => seen.push(step) })).toMatchObject({
      outcome: expect.stringMatching(/applied|unchanged/),
    })
    expect(seen).toContain('contacts')
    const emailOf = async (at: string) => (await directory.getSeat('ashford', new Date(at)))?.mp?.email
    expect(await emailOf('2026-12-31T23:59:00Z')).toBe('office@example.org')
    expect(await emailOf('2027-01-01T00:00:00Z')).not.toBe('office@example.org')
    expect((await directory.listSeatsWithMp(now)).find(({ code }) => code === seatCode)?.mp?.email).toBe(
      'office@example.org',
    )
    expect(await data.listCorrections(now)).toMatchObject([
      { ...input, seat: 'Ashford', savedBy: 'staff-1', savedAt: now, state: 'applies', agrees: false },
    ])
    expect(await data.listCorrections(new Date('2027-01-01T00:00:00Z'))).toMatchObject([{ state: 'expired' }])
  })

  test('tells when Parliament says the same, and says nothing of a successor', async () => {
    const before = await db.seat.findUniqueOrThrow({ where: { code: seatCode }, include: { member: true } })
    await saving.saveCorrection({ ...input, value: before.member?.email?.toUpperCase() ?? '' }, change)
    expect(await data.listCorrections(now)).toMatchObject([{ agrees: true }])
    await saving.saveCorrection(input, change)
    await db.member.create({
      data: { id: 99_001, name: 'Ann New', party: 'Labour', email: 'new@parliament.uk', memberSince: '2026-11-20' },
    })
    await db.seat.update({ where: { code: seatCode }, data: { memberId: 99_001 } })
    expect((await directory.getSeat('ashford', now))?.mp?.email).toBe('new@parliament.uk')
    expect(await data.listCorrections(now, seatCode)).toMatchObject([{ state: 'other-member', agrees: false }])
    await db.seat.update({ where: { code: seatCode }, data: { memberId: before.memberId } })
    await db.member.delete({ where: { id: 99_001 } })
  })

  test('a seat that staff mark as vacant has no MP anywhere', async () => {
    const { getWall } = await import('@/lib/supporters/get-wall')
    const { addDays } = await import('@/lib/shared/model/uk-time')
    const { toUkDay } = await import('@/lib/shared/model/uk-time')
    const { code } = await db.seat.findFirstOrThrow({ where: { slug: 'ceredigion-preseli' } })
    const today = new Date() // what lists read by
    await saving.saveCorrection(
      { seatCode: code, field: 'vacant', reason: 'Resigned', expiresOn: addDays(toUkDay(today), 2) },
      { ...change, now: today },
    )
    expect((await directory.getSeat('ceredigion-preseli'))?.mp).toBeNull()
    expect((await directory.listSeats('Wales')).find(({ slug }) => slug === 'ceredigion-preseli')?.mp).toBeNull()
    expect((await directory.listAllSeats()).filter(({ mp }) => mp === null)).toHaveLength(1)
    expect((await getWall()).supporters.find(({ name }) => name === 'Ben Lake')).toMatchObject({
      isFormer: true,
      seat: null,
    })
    const { id } = await db.directoryCorrection.findFirstOrThrow()
    expect([await data.deleteCorrection(id, change), await data.deleteCorrection(id, change)]).toEqual([true, false])
    expect((await directory.getSeat('ceredigion-preseli'))?.mp).not.toBeNull()
  })

  test('the page of a seat tells the source and age of each detail', async () => {
    await saving.saveCorrection({ ...input, field: 'x', value: '@other' }, change)
    const found = await page.getDirectoryPage('ashford', now)
    expect(found?.details.find(({ field }) => field === 'x')).toEqual({
      field: 'x',
      value: 'other',
      source: 'staff',
      since: now,
      checkedAt: now,
    })
    expect(found?.details.find(({ field }) => field === 'email')).toMatchObject({
      source: 'parliament',
      checkedAt: expect.any(Date),
    })
    expect(found?.details.map(({ field }) => field)).toEqual([
      'member',
      'party',
      'memberSince',
      'email',
      'x',
      'bluesky',
    ])
    expect(await page.getDirectoryPage('nowhere', now)).toBeNull()
    expect((await page.listSyncs()).at(-1)).toMatchObject({ source: 'seed', members: 650, changes: [] })
  })

  /** The last line of the log, as the desk's page gives it to an undo. */
  const lastLine = async () => {
    const { entityId, action, actorId, before, after } = await db.auditEntry.findFirstOrThrow({
      where: { entity: 'directory' },
      orderBy: { id: 'desc' },
    })
    return { entityId, action, actorId, before: before && JSON.parse(before), after: after && JSON.parse(after) }
  }
  const undoLast = async () => undoing.undoDirectory(await lastLine(), change)
  const values = async () => (await data.listCorrections(now, seatCode)).map(({ field, value }) => [field, value])

  test('each change is in the log, and the last one can be undone, and that too', async () => {
    const member = await db.seat.findUniqueOrThrow({ where: { code: seatCode }, select: { memberId: true } })
    const content = { ...input, ...member }
    await saving.saveCorrection(input, change)
    expect(await lastLine()).toEqual({
      entityId: 'ashford/email',
      action: 'directory.overridden',
      actorId: 'staff-1',
      before: null,
      after: content,
    })
    expect(await undoLast()).toBe('undone')
    expect(await values()).toEqual([])
    expect(await lastLine()).toMatchObject({ action: 'directory.override-removed', before: content, after: null })
    expect(await undoLast()).toBe('undone')
    expect(await values()).toEqual([['email', 'office@example.org']])
    await saving.saveCorrection({ ...input, value: '' }, change)
    expect(await lastLine()).toMatchObject({
      action: 'directory.override-changed',
      before: content,
      after: { ...content, value: null },
    })
    const line = await lastLine()
    expect(await undoing.undoDirectory(line, change)).toBe('undone')
    expect(await values()).toEqual([['email', 'office@example.org']])
    expect(await undoing.undoDirectory(line, change)).toBe('changed-since')
  })

  test('what may not be written is not written by undoing either', async () => {
    await saving.saveCorrection(input, change)
    const { id } = await db.directoryCorrection.findFirstOrThrow()
    await data.deleteCorrection(id, change)
    const line = await lastLine()
    expect(await undoing.undoDirectory(line, { ...change, now: new Date('2027-06-01T00:00:00Z') })).toBe('refused')
    expect(await undoing.undoDirectory({ ...line, before: { ...line.before, memberId: 1 } }, change)).toBe('refused')
    expect(await undoing.undoDirectory({ ...line, before: { ...line.before, value: 'no address' } }, change)).toBe(
      'refused',
    )
    expect(await undoing.undoDirectory({ entityId: 'sync 2', before: null, after: { party: 1 } }, change)).toBe(
      'refused',
    )
    expect(await values()).toEqual([])
  })

  test.each<[string, object, string[]]>([
    ['an email that is none', { value: 'office' }, ['value']],
    ['a handle of spaces', { field: 'x', value: 'a b' }, ['value']],
    ['a Bluesky handle without a dot', { field: 'bluesky', value: 'ann' }, ['value']],
    ['a vacancy with a value', { field: 'vacant' }, ['value']],
    ['no reason', { reason: ' ' }, ['reason']],
    ['a day that is over', { expiresOn: '2026-11-21' }, ['expiresOn']],
    ['a day too far', { expiresOn: '2028-01-01' }, ['expiresOn']],
    ['another field', { field: 'name' }, ['field']],
  ])('%s is refused', async (_what, more, fields) => {
    const answer = await saving.saveCorrection({ ...input, ...more }, change)
    expect(answer.outcome === 'refused' ? answer.problems.map(({ field }) => field) : answer).toEqual(fields)
    expect(await saving.saveCorrection({ ...input, seatCode: 'E00000000' }, change)).toEqual({ outcome: 'not-found' })
  })
})
