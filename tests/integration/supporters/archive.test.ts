import { beforeEach, expect, test } from 'vitest'
import { listAuditOf } from '@/lib/audit/data/entries'
import { findUpkeep } from '@/lib/shared/database/upkeep'
import { countDesk, countForSwitches } from '@/lib/desk/data/counts'
import { emptyArchive } from '@/lib/server/upkeep'
import { undoChange } from '@/lib/desk/undo'
import type { Staff } from '@/lib/staff/model/staff'
import { archiveSupporter, bringSupporterBack, deleteSupporter } from '@/lib/supporters/archive'
import { moveSupporter, setSupporterStatus } from '@/lib/supporters/arrange'
import { changeLogo } from '@/lib/supporters/change-logo'
import { getLogo, listSupporterIds, listWall } from '@/lib/supporters/data/wall'
import { editSupporter } from '@/lib/supporters/edit'
import { exportSupporters } from '@/lib/supporters/export'
import { previewImport } from '@/lib/supporters/import'
import { listSupporters } from '@/lib/supporters/list'
import { toDraft } from '@/lib/supporters/model/draft'
import { parseSupporterQuery } from '@/lib/supporters/model/list'
import { saveSupporter } from '@/lib/supporters/save'
import { draftOrganisation as plain } from '../../fixtures/supporters'
import { onEachDatabase, resetSupporters } from '../databases'

const now = new Date('2026-11-22T10:00:00Z')
const by = { actor: null, now }
const admin: Staff = { id: 'archivist', name: 'Ann', email: 'ann@example.org', role: 'admin' } as Staff

onEachDatabase('archiving supporters', ({ db }) => {
  beforeEach(async () => {
    await resetSupporters(db)
    await db.upkeep.deleteMany()
    const user = { id: admin.id, name: 'Ann', email: 'ann@example.org', emailVerified: true, role: 'admin' as const }
    await db.user.upsert({ where: { id: admin.id }, create: { ...user, createdAt: now, updatedAt: now }, update: {} })
  })

  const idOf = async (name: string) => (await db.supporter.findFirstOrThrow({ where: { name } })).id
  const list = async (given: object = {}) => listSupporters(parseSupporterQuery({ ...given }))
  const names = async (given: object = {}) => (await list(given)).rows.map(({ name }) => name)
  const lastEntry = async () => String((await db.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } })).id)

  test('an archived supporter is nowhere but in the list of archived ones', async () => {
    const id = await idOf('Ben Lake')
    await db.supporter.update({
      where: { id },
      data: { logoHash: 'a'.repeat(32), logoBytes: Buffer.from('x'), logoType: 'image/webp' },
    })
    const counts = await countDesk('nobody', now)
    expect(await getLogo('a'.repeat(32))).not.toBeNull()
    expect(await archiveSupporter(String(id), by)).toEqual({ outcome: 'archived' })
    expect((await listWall()).map(({ name }) => name)).not.toContain('Ben Lake')
    expect(await listSupporterIds()).not.toContain(4630)
    expect(await getLogo('a'.repeat(32))).toBeNull()
    expect(await names()).not.toContain('Ben Lake')
    expect(await names({ status: 'hidden' })).toEqual([])
    expect(await names({ query: 'lake' })).toEqual([])
    expect(await list({ status: 'archived' })).toMatchObject({
      all: 38,
      archived: 1,
      rows: [{ name: 'Ben Lake', archivedAt: now }],
    })
    expect(new TextDecoder().decode(await exportSupporters())).not.toContain('Ben Lake')
    expect(await countDesk('nobody', now)).toEqual({ ...counts, published: counts.published - 1 })
    expect(await countForSwitches()).toMatchObject({ published: 38, hidden: 0 })
    expect(await archiveSupporter(id, by)).toEqual({ outcome: 'not-found' })
    for (const given of ['x', 0, -1, 999_999, null, {}])
      expect(await archiveSupporter(given, by)).toEqual({ outcome: 'not-found' })
  })

  test('nothing changes an archived supporter until they are brought back', async () => {
    const id = await idOf('Unseen')
    const shown = await db.supporter.findUniqueOrThrow({ where: { id } })
    await archiveSupporter(id, by)
    const { version } = await db.supporter.findUniqueOrThrow({ where: { id } })
    expect(await setSupporterStatus([id], 'published', by)).toEqual({ outcome: 'changed', ids: [] })
    expect(await moveSupporter(id, 0, by)).toEqual({ outcome: 'not-found' })
    const edit = { draft: toDraft(shown), status: 'published' as const, acceptsDuplicates: false }
    const refused = { outcome: 'not-allowed', message: expect.stringContaining('archived') }
    expect(await editSupporter({ ...edit, known: { id, version, seen: 0 } }, admin, now)).toMatchObject(refused)
    expect(await changeLogo({ id, version }, null, admin, now)).toMatchObject(refused)
    expect(await saveSupporter({ ...plain, id, version, status: 'published' }, by)).toEqual({ outcome: 'conflict' })
    expect(await saveSupporter({ ...plain, name: 'UNSEEN' }, by, { acceptsDuplicates: false })).toMatchObject({
      outcome: 'duplicates',
      duplicates: [{ id, status: 'archived' }],
    })
    const file = new TextEncoder().encode(
      `id,kind,name,status\n${id},organisation,Unseen,published\n,organisation,Unseen,published\n`,
    )
    expect(await previewImport(file)).toMatchObject({
      plan: {
        counts: { wrong: 2, new: 0, changed: 0 },
        rows: [
          { problems: [{ message: `Unseen (id ${id}) is archived. Bring them back first, or leave this row out.` }] },
          {},
        ],
      },
    })
    expect(await bringSupporterBack(id, by)).toEqual({ outcome: 'brought-back' })
    expect(await bringSupporterBack(id, by)).toEqual({ outcome: 'not-found' })
    expect(await db.supporter.findUnique({ where: { id } })).toMatchObject({
      status: 'hidden',
      archivedAt: null,
      name: 'Unseen',
    })
  })

  test('undo puts back what archiving and bringing back changed', async () => {
    const id = await idOf('Unseen')
    const change = { actor: admin, now }
    const before = await db.supporter.findUniqueOrThrow({ where: { id } })
    await archiveSupporter(id, change)
    const archiving = await lastEntry()
    expect(await undoChange(archiving, admin, now)).toBe('undone')
    expect(await db.supporter.findUnique({ where: { id } })).toEqual({ ...before, version: 3, updatedAt: now })
    expect(await undoChange(archiving, admin, now)).toBe('changed-since')
    await archiveSupporter(id, change)
    await bringSupporterBack(id, change)
    const later = new Date('2027-03-01T10:00:00Z')
    expect(await undoChange(await lastEntry(), admin, later)).toBe('undone')
    // Its days begin again: it would be gone at once otherwise.
    expect(await db.supporter.findUnique({ where: { id } })).toMatchObject({ status: 'hidden', archivedAt: later })
    expect((await listAuditOf('supporter', String(id), { max: 3 })).map(({ action }) => action)).toEqual([
      'supporter.undone',
      'supporter.brought-back',
      'supporter.archived',
    ])
  })

  test('whoever was archived 30 days ago is deleted on that day, and nobody else', async () => {
    const [first, second, third] = [await idOf('Unseen'), await idOf('Ben Lake'), await idOf('ECPAT UK')]
    await archiveSupporter(first, by)
    await archiveSupporter(second, { actor: null, now: new Date('2026-11-23T00:30:00Z') })
    await archiveSupporter(third, by)
    await bringSupporterBack(third, by)
    await emptyArchive(new Date('2026-12-21T23:59:00Z'))
    expect(await db.supporter.count()).toBe(39)
    const day = new Date('2026-12-22T01:00:00Z')
    await Promise.all([emptyArchive(day), emptyArchive(day), emptyArchive(day)])
    expect(await db.supporter.findUnique({ where: { id: first } })).toBeNull()
    expect(await db.supporter.count()).toBe(38)
    expect(await listAuditOf('supporter', String(first), { max: 1 })).toMatchObject([
      { action: 'supporter.deleted', actor: null, before: { name: 'Unseen' }, after: null },
    ])
    expect(await findUpkeep('archive')).toMatchObject({ detail: '1', problem: null })
    expect(await undoChange(await lastEntry(), admin, now)).toBe('refused')
  })

  test('an admin deletes an archived one for good at once, and no other', async () => {
    const id = await idOf('Unseen')
    expect(await deleteSupporter(id, by)).toEqual({ outcome: 'not-found' })
    await archiveSupporter(id, by)
    expect(await deleteSupporter('x', by)).toEqual({ outcome: 'not-found' })
    expect(await deleteSupporter(id, by)).toEqual({ outcome: 'deleted' })
    expect(await db.supporter.findUnique({ where: { id } })).toBeNull()
    expect(await bringSupporterBack(id, by)).toEqual({ outcome: 'not-found' })
  })
})
