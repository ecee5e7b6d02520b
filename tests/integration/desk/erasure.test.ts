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

  const look = async (typed: Record<string, string>) => {
    const answer = await findPerson(typed, now)
    if (answer.outcome !== 'found') throw new Error('It was refused.')
    return answer
  }
  const erase = async (typed: Record<string, string>) => erasePerson(typed, (await look(typed)).seen, change)

  test('it is shown first, then erased from rows, notes and the log, which keeps that it was', async () => {
    await fill()
    expect(await look(typed)).toMatchObject({
      live: [],
      letters: 0,
      found: [
        { place: 'messages', count: 1, extracts: [{ href: expect.stringMatching(/^\/staff\/messages\/\d+$/) }] },
        { place: 'corrections', count: 1, extracts: [{ text: 'ZOË QUILL rang' }] },
        {
          place: 'supporters',
          count: 2,
          extracts: [{ text: 'Zoë Quill' }, { text: expect.stringContaining('zoe.quill@example.org') }],
        },
        { place: 'links', count: 1, extracts: [{ text: 'For Zoë Quill', href: '/staff/figures/sources' }] },
        { place: 'answers', count: 1 },
        { place: 'log', count: 3 },
      ],
    })
    const entries = await db.auditEntry.findMany({ orderBy: { id: 'asc' } })
    const mark = await readContentMark()
    const erased = { supporters: 2, corrections: 1, messages: 1, links: 1, answers: 1, log: 3 }
    expect(await erase(typed)).toEqual({ outcome: 'erased', isOffDisk: expect.any(Boolean), erased })
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
    expect(JSON.parse(after.at(-1)?.after ?? '')).toEqual(erased)
    expect(await db.auditErasure.count()).toBe(0)
    expect(await undoChange(String(after.at(-1)?.id), admin, now)).toBe('refused')
    for (const { id } of entries.slice(-3)) expect(await undoChange(String(id), admin, now)).toBe('changed-since')
    expect(await look(typed)).toEqual({ outcome: 'found', live: [], found: [], letters: 0, seen: '' })
  })

  test('nothing is erased that nobody has seen in numbers', async () => {
    await fill()
    const { seen } = await look(typed)
    await saveSupporter({ ...plain, name: 'Another', notes: 'Zoë Quill too' }, change)
    const before = await everything()
    for (const given of ['', seen])
      expect(await erasePerson(typed, given, change)).toEqual({ outcome: 'changed-since' })
    expect(await everything()).toBe(before)
    expect(await erase(typed)).toMatchObject({ outcome: 'erased', erased: { supporters: 3 } })
  })

  test('people on the staff are shown, and left to the page for people', async () => {
    expect(await look({ email: 'ann@example.org' })).toMatchObject({
      live: [
        { place: 'staff', count: 1, extracts: [{ where: 'Ann', href: '/staff/people', text: 'ann@example.org' }] },
      ],
      found: [],
    })
    await erase({ email: 'ann@example.org' })
    expect(await db.user.findUnique({ where: { id: admin.id } })).toMatchObject({ email: 'ann@example.org' })
  })

  test('what is empty, too short or too long is refused', async () => {
    const wrong: Record<string, string>[] = [{}, { name: ' ' }, { name: 'ab' }, { word: 'x'.repeat(201) }]
    for (const given of wrong) {
      expect(await findPerson(given, now)).toMatchObject({ outcome: 'refused' })
      expect(await erasePerson(given, '', change)).toMatchObject({ outcome: 'refused' })
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
      { entityId: 'erased-1' },
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
