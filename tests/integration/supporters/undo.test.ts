import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PrismaClient } from '@/lib/shared/database/client'
import { plainLogo } from '../../fixtures/logo-files'
import { draftOrganisation as plain } from '../../fixtures/supporters'
import { databases, resetSupporters, useDatabase } from '../databases'

const now = new Date('2026-11-22T10:00:00Z')
const by = { actor: null, now }
describe.each(databases)('taking back the last change of a supporter on $name', ({ create }) => {
  let db: PrismaClient
  let close: () => Promise<void>

  beforeAll(async () => {
    ;({ db, close } = await useDatabase(create))
  })
  afterAll(() => close())
  beforeEach(() => resetSupporters(db))

  const save = async (input: object) => (await import('@/lib/supporters/save')).saveSupporter(input, by)
  const find = (name: string) => db.supporter.findFirst({ where: { name } })
  async function lastLine() {
    const entry = await db.auditEntry.findFirstOrThrow({ where: { entity: 'supporter' }, orderBy: { id: 'desc' } })
    const read = (json: string | null): Record<string, unknown> | null => json && JSON.parse(json)
    return { action: entry.action, entityId: entry.entityId, before: read(entry.before), after: read(entry.after) }
  }
  const undo = async (line: Awaited<ReturnType<typeof lastLine>>) =>
    (await import('@/lib/supporters/undo')).undoSupporters([line], by)

  test('a change, and the taking back itself', async () => {
    const row = await db.supporter.findFirstOrThrow({ where: { name: 'Unseen' } })
    await save({
      ...plain,
      id: row.id,
      version: 1,
      name: 'Changed',
      position: 7,
      status: 'hidden',
      notes: 'two\nlines',
      joinedOn: '2026-01-01',
    })
    const line = await lastLine()
    expect(await undo(line)).toBe('undone')
    expect(await find('Unseen')).toEqual({ ...row, version: 3, updatedAt: now })
    expect((await lastLine()).action).toBe('supporter.undone')
    expect(await undo(line)).toBe('changed-since')
    expect(await undo(await lastLine())).toBe('undone')
    expect(await find('Changed')).toMatchObject({ id: row.id, notes: 'two\nlines', version: 4 })
  })

  test('somebody who was added is deleted, and comes back; once public they are hidden', async () => {
    await save(plain)
    const line = await lastLine()
    expect(await undo(line)).toBe('undone')
    expect(await find('Test')).toBeNull()
    expect(await undo(line)).toBe('changed-since')
    expect(await undo(await lastLine())).toBe('undone')
    expect(await find('Test')).toMatchObject({ ...plain, id: Number(line.entityId) })

    await save({ ...plain, name: 'Public', status: 'published' })
    expect(await undo(await lastLine())).toBe('undone')
    expect(await find('Public')).toMatchObject({ status: 'hidden', version: 2 })
  })

  test('a status, a place and an answer to the wall check', async () => {
    const { setSupporterStatus, moveSupporter } = await import('@/lib/supporters/arrange')
    const { writeWallAnswer } = await import('@/lib/supporters/data/write')
    const { id, position } = await db.supporter.findFirstOrThrow({ where: { name: 'Ben Lake' } })
    await setSupporterStatus([id], 'hidden', by)
    expect(await undo(await lastLine())).toBe('undone')
    await moveSupporter(id, 30, by)
    expect(await undo(await lastLine())).toBe('undone')
    await writeWallAnswer({ id, version: 5 }, { answeredChanges: '17', isFormer: true }, by)
    expect(await undo(await lastLine())).toBe('undone')
    expect(await find('Ben Lake')).toMatchObject({
      status: 'published',
      position,
      isFormer: false,
      answeredChanges: '',
      version: 7,
    })
  })

  test('a logo comes back after it was replaced or removed, and goes again', async () => {
    const { changeLogo } = await import('@/lib/supporters/change-logo')
    const publisher = { id: 'x', role: 'publisher' } as const
    await db.user.create({
      data: {
        id: 'x',
        name: 'X',
        email: 'x@example.org',
        emailVerified: true,
        role: 'publisher',
        createdAt: now,
        updatedAt: now,
      },
    })
    const { id } = await db.supporter.findFirstOrThrow({ where: { name: 'Unseen' } })
    const give = async (version: number, width: number | null) =>
      changeLogo(
        { id, version },
        width === null
          ? null
          : { bytes: await plainLogo(width).png().toBuffer(), alt: `${width} wide`, permissionOn: '2026-11-01' },
        publisher,
        now,
      )
    await give(1, 200)
    const first = await db.supporter.findUnique({ where: { id } })
    await give(2, 300)
    expect(await undo(await lastLine())).toBe('undone')
    expect(await db.supporter.findUnique({ where: { id } })).toEqual({ ...first, version: 4 })
    expect(await undo(await lastLine())).toBe('undone')
    expect(await db.supporter.findUnique({ where: { id } })).toMatchObject({ logoWidth: 300, logoAlt: '300 wide' })
    await give(5, null)
    expect(await undo(await lastLine())).toBe('undone')
    expect(await db.supporter.findUnique({ where: { id } })).toMatchObject({
      logoWidth: 300,
      logoAlt: '300 wide',
      version: 7,
    })
    await give(7, null)
    await db.replacedLogo.deleteMany()
    expect(await undo(await lastLine())).toBe('refused')
  })

  test('what may not be kept now is refused, and changes nothing', async () => {
    const { id } = await db.supporter.findFirstOrThrow({ where: { name: 'Ben Lake' } })
    await save({ ...plain, id, version: 1, name: 'Nobody' })
    const line = await lastLine()
    await save({ ...plain, kind: 'mp', memberId: 4630, name: 'Ben Lake again' })
    expect(await undo(line)).toBe('refused')
    expect(await undo({ ...line, before: { ...line.before, link: 'javascript:1' } })).toBe('refused')
    expect(await undo({ ...line, before: { ...line.before, surprise: 1 } })).toBe('refused')
    expect(await undo({ ...line, entityId: 'x' })).toBe('refused')
    expect(await undo({ ...line, entityId: '999999' })).toBe('changed-since')
    expect(await find('Nobody')).toMatchObject({ id, version: 2 })
  })
})
