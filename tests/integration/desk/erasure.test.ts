import { beforeEach, expect, test } from 'vitest'
import { readContentMark } from '@/lib/audit/data/entries'
import { erasePerson, findPerson } from '@/lib/desk/erase-person'
import { undoChange } from '@/lib/desk/undo'
import type { Staff } from '@/lib/staff/model/staff'
import { createSourceLink } from '@/lib/actions/source-links'
import { listWall } from '@/lib/supporters/data/wall'
import { saveSupporter } from '@/lib/supporters/save'
import { draftOrganisation as plain } from '../../fixtures/supporters'
import { onEachDatabase, resetSupporters } from '../databases'

const now = new Date('2026-11-27T10:00:00Z')
const admin: Staff = { id: 'eraser', name: 'Ann', email: 'ann@example.org', role: 'admin' } as Staff
const change = { actor: admin, now }
const typed = { name: 'Zoë Quill', email: 'zoe.quill@example.org', word: '' }

onEachDatabase('erasing a person’s data', ({ db }) => {
  beforeEach(async () => {
    await resetSupporters(db)
    await db.sourceLink.deleteMany()
    const user = { id: admin.id, name: 'Ann', email: 'ann@example.org', emailVerified: true, role: 'admin' as const }
    await db.user.upsert({ where: { id: admin.id }, create: { ...user, createdAt: now, updatedAt: now }, update: {} })
  })

  /** Puts the person everywhere. */
  async function fill() {
    await saveSupporter({ ...plain, name: 'Zoë Quill', status: 'published', link: 'https://quill.example' }, change)
    await saveSupporter({ ...plain, name: 'Noted', notes: 'Ask zoe.quill@example.org, not Zoë Quillfeather' }, change)
    await createSourceLink({ tag: `z${Math.random().toString(36).slice(2, 9)}`, label: 'For Zoë Quill' }, change)
    const { code, memberId } = await db.seat.findFirstOrThrow({ where: { memberId: { not: null } } })
    const correction = { memberId: memberId ?? 0, value: 'x@example.org', reason: 'ZOË QUILL rang', savedBy: admin.id }
    await db.directoryCorrection.deleteMany()
    await db.directoryCorrection.create({
      data: { ...correction, seatCode: code, field: 'email', savedAt: now, expiresOn: '2027-01-01' },
    })
    const { id } = await db.messageRule.findFirstOrThrow()
    await db.messageRule.update({ where: { id }, data: { name: 'As Zoë Quill wished' } })
    await db.press.deleteMany()
    await db.press.create({ data: { key: 'k', answer: '{"message":"Saved Zoë Quill."}', at: now } })
  }
  const everything = async () =>
    JSON.stringify([
      await db.supporter.findMany({ omit: { logoBytes: true } }),
      await db.sourceLink.findMany(),
      await db.directoryCorrection.findMany(),
      await db.messageRule.findMany(),
      await db.messageRuleVersion.findMany(),
      await db.auditEntry.findMany(),
      await db.press.findMany(),
    ])

  test('it is shown first, then erased from rows, notes and the log, which keeps that it was', async () => {
    await fill()
    const answer = await findPerson(typed)
    expect(answer).toMatchObject({
      found: [
        {
          place: 'supporters',
          count: 2,
          extracts: [{ text: 'Zoë Quill' }, { text: expect.stringContaining('zoe.quill@example.org') }],
        },
        { place: 'corrections', count: 1, extracts: [{ text: 'ZOË QUILL rang' }] },
        { place: 'messages', count: 1 },
        { place: 'links', count: 1, extracts: [{ text: 'For Zoë Quill' }] },
        { place: 'log', count: 3 },
      ],
    })
    const entries = await db.auditEntry.findMany({ orderBy: { id: 'asc' } })
    const mark = await readContentMark()
    expect(await erasePerson(typed, change)).toEqual({
      outcome: 'erased',
      isOffDisk: expect.any(Boolean),
      erased: { supporters: 2, corrections: 1, messages: 1, links: 1, log: 3 },
    })
    expect(await readContentMark()).not.toBe(mark)
    const left = await everything()
    expect(left).not.toMatch(/Zoë Quill(?!feather)/i)
    expect(left).not.toContain('zoe.quill@')
    expect(left).not.toContain('quill.example"')
    expect((await listWall()).map(({ name }) => name)).not.toContain('(erased)')
    expect(await db.supporter.findFirst({ where: { name: '(erased)' } })).toMatchObject({
      status: 'hidden',
      link: null,
    })
    expect(await db.supporter.findFirst({ where: { name: 'Noted' } })).toMatchObject({
      notes: 'Ask (erased), not Zoë Quillfeather',
      status: 'draft',
      version: 2,
    })
    const after = await db.auditEntry.findMany({ orderBy: { id: 'asc' } })
    expect(after).toHaveLength(entries.length + 1)
    expect(after.slice(0, -1).map((entry) => ({ ...entry, before: '', after: '' }))).toEqual(
      entries.map((entry) => ({ ...entry, before: '', after: '' })),
    )
    expect(after.at(-1)).toMatchObject({ action: 'erasure.done', actorId: admin.id, at: now, before: null })
    expect(JSON.parse(after.at(-1)?.after ?? '')).toEqual({
      supporters: 2,
      corrections: 1,
      messages: 1,
      links: 1,
      log: 3,
    })
    expect(await db.auditErasure.count()).toBe(0)
    expect(await undoChange(String(after.at(-1)?.id), admin, now)).toBe('refused')
    expect(await findPerson(typed)).toEqual({ outcome: 'found', found: [] })
  })

  test('people on the staff are shown, and left to the page for people', async () => {
    const answer = await findPerson({ email: 'ann@example.org' })
    expect(answer).toMatchObject({ found: [{ place: 'staff', count: 1, extracts: [{ text: 'ann@example.org' }] }] })
    await erasePerson({ email: 'ann@example.org' }, change)
    expect(await db.user.findUnique({ where: { id: admin.id } })).toMatchObject({ email: 'ann@example.org' })
  })

  test('what is empty, too short or too long is refused', async () => {
    const wrong: Record<string, string>[] = [{}, { name: ' ' }, { name: 'ab' }, { word: 'x'.repeat(201) }]
    for (const given of wrong) {
      expect(await findPerson(given)).toMatchObject({ outcome: 'refused' })
      expect(await erasePerson(given, change)).toMatchObject({ outcome: 'refused' })
    }
  })

  test('the log lets nothing else through', async () => {
    await saveSupporter({ ...plain, name: 'Kept' }, change)
    const entry = await db.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } })
    const update = (data: object, isNamed = true) =>
      db.$transaction(async (tx) => {
        if (isNamed) await tx.auditErasure.create({ data: { entryId: entry.id } })
        await tx.auditEntry.update({ where: { id: entry.id }, data })
      })
    await expect(update({ after: '{"a":"(erased)"}' }, false)).rejects.toThrow()
    for (const data of [
      { after: '{"a":"changed"}' },
      { after: null },
      { action: 'supporter.hidden' },
      { actorId: null },
      { at: new Date(0), after: '{"a":"(erased)"}' },
      { entityId: '(erased)' },
    ])
      await expect(update(data)).rejects.toThrow()
    await expect(
      db.$transaction(async (tx) => {
        await tx.auditErasure.create({ data: { entryId: entry.id } })
        await tx.auditEntry.deleteMany({ where: { id: entry.id } })
      }),
    ).rejects.toThrow()
    expect(await db.auditEntry.findUnique({ where: { id: entry.id } })).toEqual(entry)
    expect(await db.auditErasure.count()).toBe(0)
  })
})
