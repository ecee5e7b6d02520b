import { expect, test } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { onEachDatabase } from '../databases'
import { change, input, now, seatCode, openCorrections } from './open-corrections'

onEachDatabase('corrections by two people', () => {
  let db: PrismaClient
  let data: typeof import('@/lib/members/data/corrections')
  let saving: typeof import('@/lib/members/save-correction')

  openCorrections(async (opened) => {
    db = opened
    data = await import('@/lib/members/data/corrections')
    saving = await import('@/lib/members/save-correction')
  })

  const values = async () => (await data.listCorrections(now, seatCode)).map(({ field, value }) => [field, value])

  test('who saves over what they have not seen is told', async () => {
    const { memberId } = await db.seat.findUniqueOrThrow({ where: { code: seatCode } })
    const seen = (text: string) => ({ seen: text, memberId: memberId ?? 0 })
    expect(await saving.saveCorrection(input, change, seen(''))).toMatchObject({ outcome: 'saved' })
    expect(await saving.saveCorrection({ ...input, value: 'b@example.org' }, change, seen(''))).toEqual({
      outcome: 'changed-since',
    })
    expect(
      await saving.saveCorrection({ ...input, value: 'b@example.org' }, change, seen(now.toISOString())),
    ).toMatchObject({
      outcome: 'saved',
    })
    const { id } = await db.directoryCorrection.findFirstOrThrow()
    await data.deleteCorrection(id, change)
    expect(await saving.saveCorrection(input, change, seen(now.toISOString()))).toEqual({ outcome: 'changed-since' })
    const both = await Promise.all([
      saving.saveCorrection(input, change, seen('')),
      saving.saveCorrection({ ...input, value: 'b@example.org' }, change, seen('')),
    ])
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['changed-since', 'saved'])
  })

  test('who removes what they have not seen is told', async () => {
    const { removeCorrection } = await import('@/lib/members/remove-correction')
    const later = { ...change, now: new Date('2026-11-22T11:00:00Z') }
    await saving.saveCorrection(input, change)
    const { id } = await db.directoryCorrection.findFirstOrThrow()
    await saving.saveCorrection({ ...input, value: 'b@example.org' }, later)
    expect(await removeCorrection({ id: String(id), seen: now.toISOString() }, later)).toBe(false)
    expect(await values()).toEqual([['email', 'b@example.org']])
    expect(await removeCorrection({ id: String(id), seen: later.now.toISOString() }, later)).toBe(true)
    expect(await removeCorrection({ id: String(id), seen: later.now.toISOString() }, later)).toBe(false)
    expect(await removeCorrection({ id: 'x', seen: '' }, later)).toBe(false)
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
    await saving.saveCorrection(input, change)
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
    expect(await data.listCorrections(now)).toMatchObject([
      { value: 'bob@example.org', reason: 'Ann', expiresOn: '2027-01-31' },
    ])

    // Ann removes it while Bob has it open.
    const { id } = await db.directoryCorrection.findFirstOrThrow()
    await data.deleteCorrection(id, last)
    const gone = await answerCorrectionForm({ ...bobs, seen: last.now.toISOString() }, last)
    expect(gone).toMatchObject({ outcome: 'refused', values: { value: 'bob@example.org', seen: '' } })
    expect(await answerCorrectionForm(gone.outcome === 'refused' ? gone.values : {}, last)).toEqual({
      outcome: 'saved',
    })
  })
})
