import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { startMembersApi } from '../../fixtures/members-api-server'
import { onEachDatabase, useDatabase } from '../databases'
import { copyFilled } from '../copy-filled'

const now = new Date('2026-11-22T10:00:00Z')
const change = { actor: { id: 'staff-1' }, now }
const seatCode = 'E14001069' // Ashford
const input = {
  seatCode,
  field: 'email',
  value: 'office@example.org',
  reason: 'The office told us',
  expiresOn: '2026-12-31',
}

onEachDatabase('overrides', () => {
  let db: PrismaClient
  let stop: () => Promise<void>
  let data: typeof import('@/lib/members/data/corrections')
  let saving: typeof import('@/lib/members/save-correction')
  let directory: typeof import('@/lib/members/data/seats')
  let page: typeof import('@/lib/members/data/desk')
  let undoing: typeof import('@/lib/members/undo')

  beforeAll(async () => {
    const api = await startMembersApi()
    const opened = await useDatabase(copyFilled, { MEMBERS_API_URL: api.url })
    db = opened.db
    await db.user.create({
      data: {
        id: 'staff-1',
        name: 'Pat',
        email: 'pat@example.org',
        emailVerified: true,
        role: 'publisher',
        createdAt: now,
        updatedAt: now,
      },
    })
    stop = async () => {
      await opened.close()
      await api.close()
    }
    data = await import('@/lib/members/data/corrections')
    saving = await import('@/lib/members/save-correction')
    directory = await import('@/lib/members/data/seats')
    page = await import('@/lib/members/data/desk')
    undoing = await import('@/lib/members/undo')
  })
  afterAll(() => stop())
  beforeEach(async () => {
    await db.directoryOverride.deleteMany()
  })

  test('wins over the directory wherever it is read, through a sync, until its day is over', async () => {
    const { runSync } = await import('@/lib/members/run-sync')
    const seen: string[] = []
    expect(await saving.saveOverride(input, change)).toEqual({ outcome: 'saved', id: expect.any(Number) })
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
    expect(await data.listOverrides(now)).toMatchObject([
      { ...input, seat: 'Ashford', savedBy: 'staff-1', savedAt: now, state: 'applies', agrees: false },
    ])
    expect(await data.listOverrides(new Date('2027-01-01T00:00:00Z'))).toMatchObject([{ state: 'expired' }])
  })

  test('tells when Parliament says the same, and says nothing of a successor', async () => {
    const before = await db.seat.findUniqueOrThrow({ where: { code: seatCode }, include: { member: true } })
    await saving.saveOverride({ ...input, value: before.member?.email?.toUpperCase() ?? '' }, change)
    expect(await data.listOverrides(now)).toMatchObject([{ agrees: true }])
    await saving.saveOverride(input, change)
    await db.member.create({
      data: { id: 99_001, name: 'Ann New', party: 'Labour', email: 'new@parliament.uk', memberSince: '2026-11-20' },
    })
    await db.seat.update({ where: { code: seatCode }, data: { memberId: 99_001 } })
    expect((await directory.getSeat('ashford', now))?.mp?.email).toBe('new@parliament.uk')
    expect(await data.listOverrides(now, seatCode)).toMatchObject([{ state: 'other-member', agrees: false }])
    await db.seat.update({ where: { code: seatCode }, data: { memberId: before.memberId } })
    await db.member.delete({ where: { id: 99_001 } })
  })

  test('a seat that staff mark as vacant has no MP anywhere', async () => {
    const { getWall } = await import('@/lib/supporters/get-wall')
    const { addDays } = await import('@/lib/shared/model/uk-time')
    const { toUkDay } = await import('@/lib/shared/model/uk-time')
    const { code } = await db.seat.findFirstOrThrow({ where: { slug: 'ceredigion-preseli' } })
    const today = new Date() // what lists read by
    await saving.saveOverride(
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
    const { id } = await db.directoryOverride.findFirstOrThrow()
    expect([await data.deleteOverride(id, change), await data.deleteOverride(id, change)]).toEqual([true, false])
    expect((await directory.getSeat('ceredigion-preseli'))?.mp).not.toBeNull()
  })

  test('the page of a seat tells the source and age of each detail', async () => {
    await saving.saveOverride({ ...input, field: 'x', value: '@other' }, change)
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
  const values = async () => (await data.listOverrides(now, seatCode)).map(({ field, value }) => [field, value])

  test('each change is in the log, and the last one can be undone, and that too', async () => {
    const member = await db.seat.findUniqueOrThrow({ where: { code: seatCode }, select: { memberId: true } })
    const content = { ...input, ...member }
    await saving.saveOverride(input, change)
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
    await saving.saveOverride({ ...input, value: '' }, change)
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
    await saving.saveOverride(input, change)
    const { id } = await db.directoryOverride.findFirstOrThrow()
    await data.deleteOverride(id, change)
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

  test('who saves over what they have not seen is told', async () => {
    const { memberId } = await db.seat.findUniqueOrThrow({ where: { code: seatCode } })
    const seen = (text: string) => ({ seen: text, memberId: memberId ?? 0 })
    expect(await saving.saveOverride(input, change, seen(''))).toMatchObject({ outcome: 'saved' })
    expect(await saving.saveOverride({ ...input, value: 'b@example.org' }, change, seen(''))).toEqual({
      outcome: 'changed-since',
    })
    expect(
      await saving.saveOverride({ ...input, value: 'b@example.org' }, change, seen(now.toISOString())),
    ).toMatchObject({
      outcome: 'saved',
    })
    const { id } = await db.directoryOverride.findFirstOrThrow()
    await data.deleteOverride(id, change)
    expect(await saving.saveOverride(input, change, seen(now.toISOString()))).toEqual({ outcome: 'changed-since' })
    const both = await Promise.all([
      saving.saveOverride(input, change, seen('')),
      saving.saveOverride({ ...input, value: 'b@example.org' }, change, seen('')),
    ])
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['changed-since', 'saved'])
  })

  test('who removes what they have not seen is told', async () => {
    const { removeOverride } = await import('@/lib/members/remove-correction')
    const later = { ...change, now: new Date('2026-11-22T11:00:00Z') }
    await saving.saveOverride(input, change)
    const { id } = await db.directoryOverride.findFirstOrThrow()
    await saving.saveOverride({ ...input, value: 'b@example.org' }, later)
    expect(await removeOverride({ id: String(id), seen: now.toISOString() }, later)).toBe(false)
    expect(await values()).toEqual([['email', 'b@example.org']])
    expect(await removeOverride({ id: String(id), seen: later.now.toISOString() }, later)).toBe(true)
    expect(await removeOverride({ id: String(id), seen: later.now.toISOString() }, later)).toBe(false)
    expect(await removeOverride({ id: 'x', seen: '' }, later)).toBe(false)
  })

  test('what was typed about one Member is not kept for their successor', async () => {
    const { answerCorrectionForm } = await import('@/lib/members/answer-correction-form')
    const form = { ...input, memberId: '1', seen: '', base: '{}' }
    expect(await answerCorrectionForm(form, change)).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('Someone else sits here now.'),
      values: form,
    })
    expect(await values()).toEqual([])
  })

  test('two people at the form: nothing typed is lost, and of what both changed one is chosen', async () => {
    const { answerCorrectionForm } = await import('@/lib/members/answer-correction-form')
    const { formatFields } = await import('@/lib/shared/model/conflict')
    const { memberId } = await db.seat.findUniqueOrThrow({ where: { code: seatCode } })
    await saving.saveOverride(input, change)
    const { value, reason, expiresOn } = input
    const base = formatFields({ value, reason, expiresOn })
    const form = { ...input, slug: 'ashford', memberId: String(memberId), seen: now.toISOString(), base }
    const later = { ...change, now: new Date('2026-11-22T11:00:00Z') }
    expect(await answerCorrectionForm({ ...form, value: 'ann@example.org', reason: 'Ann' }, later)).toEqual({
      outcome: 'saved',
    })
    const bobs = { ...form, value: 'bob@example.org', expiresOn: '2027-01-31' }
    const conflict = await answerCorrectionForm(bobs, later)
    if (conflict.outcome !== 'conflict') throw new Error(conflict.outcome)
    expect(conflict).toEqual({
      outcome: 'conflict',
      by: 'Saved by Pat, 22 Nov 2026, 11:00.',
      base: { value, reason, expiresOn },
      theirs: { value: 'ann@example.org', reason: 'Ann', expiresOn },
      yours: { value: 'bob@example.org', reason, expiresOn: '2027-01-31' },
      chosen: {},
      missing: [],
      rest: { seatCode, field: 'email', slug: 'ashford', memberId: String(memberId), seen: later.now.toISOString() },
    })
    expect(await values()).toEqual([['email', 'ann@example.org']])
    const again = {
      ...conflict.rest,
      by: conflict.by,
      base,
      theirs: formatFields(conflict.theirs),
      yours: formatFields(conflict.yours),
      do: 'merge',
    }
    expect(await answerCorrectionForm(again, later)).toMatchObject({ outcome: 'conflict', missing: ['value'] })
    const last = { ...change, now: new Date('2026-11-22T12:00:00Z') }
    expect(await answerCorrectionForm({ ...again, 'choose.value': 'yours' }, last)).toEqual({ outcome: 'saved' })
    expect(await data.listOverrides(now)).toMatchObject([
      { value: 'bob@example.org', reason: 'Ann', expiresOn: '2027-01-31' },
    ])

    // Ann removes it while Bob has it open.
    const { id } = await db.directoryOverride.findFirstOrThrow()
    await data.deleteOverride(id, last)
    const gone = await answerCorrectionForm({ ...bobs, seen: last.now.toISOString() }, last)
    expect(gone).toMatchObject({ outcome: 'refused', values: { value: 'bob@example.org', seen: '' } })
    expect(await answerCorrectionForm(gone.outcome === 'refused' ? gone.values : {}, last)).toEqual({
      outcome: 'saved',
    })
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
    const answer = await saving.saveOverride({ ...input, ...more }, change)
    expect(answer.outcome === 'refused' ? answer.problems.map(({ field }) => field) : answer).toEqual(fields)
    expect(await saving.saveOverride({ ...input, seatCode: 'E00000000' }, change)).toEqual({ outcome: 'not-found' })
  })
})
