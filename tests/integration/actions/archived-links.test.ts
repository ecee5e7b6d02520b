import { beforeEach, expect, test } from 'vitest'
import { getFigures } from '@/lib/actions/get-figures'
import { toKnownSource } from '@/lib/actions/known-sources'
import { recordAction } from '@/lib/actions/record'
import {
  archiveLink,
  bringLinkBack,
  createSourceLink,
  deleteLink,
  listSources,
  nameSources,
} from '@/lib/actions/source-links'
import { listAuditOf } from '@/lib/audit/data/entries'
import { undoChange } from '@/lib/desk/undo'
import { emptyArchive } from '@/lib/server/upkeep'
import type { Staff } from '@/lib/staff/model/staff'
import { onEachDatabase } from '../databases'

const now = new Date('2026-11-22T10:00:00Z')
const editor = { id: 'links', name: 'Ann', email: 'links@example.org', role: 'editor' } as Staff
const change = { actor: editor, now }

onEachDatabase('archiving links for partners', ({ db }) => {
  beforeEach(async () => {
    for (const table of [db.sourceLink, db.upkeep, db.action, db.journal, db.total, db.sourceTotal, db.prefixCount])
      await (table as typeof db.action).deleteMany()
    const user = { name: 'Ann', email: editor.email, emailVerified: true, role: 'editor' as const, createdAt: now }
    await db.user.upsert({ where: { id: editor.id }, create: { id: editor.id, ...user, updatedAt: now }, update: {} })
    await createSourceLink({ tag: 'leaflet', label: 'The leaflet' }, change)
  })

  const open = (key: string) =>
    recordAction({
      seatCode: 'E14001063',
      channel: 'x',
      kind: 'opened',
      source: 'leaflet',
      key,
      prefix: '192.0.2.1',
      now,
    })
  const find = async () => (await listSources()).find(({ tag }) => tag === 'leaflet')
  const bySource = async () =>
    (await getFigures({ from: '2026-11-22', to: '2026-11-22' })).bySource.map(({ source, opened }) => [
      source,
      opened.x,
    ])
  const lastEntry = async () => String((await db.auditEntry.findFirstOrThrow({ orderBy: { id: 'desc' } })).id)
  const actions = async (max: number) => (await listAuditOf('source', 'leaflet', { max })).map(({ action }) => action)

  test('an archived link still counts under its tag, and the figures say that it is archived', async () => {
    await open('a'.repeat(20))
    expect(await archiveLink('leaflet', change)).toEqual({ outcome: 'archived' })
    expect(await archiveLink('leaflet', change)).toEqual({ outcome: 'not-found' })
    expect(await archiveLink('none', change)).toEqual({ outcome: 'not-found' })
    await open('b'.repeat(20))
    expect(await bySource()).toEqual([['leaflet', 2]])
    expect(await find()).toMatchObject({ label: 'The leaflet', archivedAt: now, opened: { x: 2 } })
    expect(await nameSources(['leaflet'])).toEqual(new Map([['leaflet', 'The leaflet (archived)']]))
    expect(await createSourceLink({ tag: 'leaflet', label: 'Another' }, change)).toEqual({ outcome: 'taken' })
    expect(await bringLinkBack('leaflet', change)).toEqual({ outcome: 'brought-back' })
    expect(await bringLinkBack('leaflet', change)).toEqual({ outcome: 'not-found' })
    expect(await find()).toMatchObject({ label: 'The leaflet', archivedAt: null, opened: { x: 2 } })
  })

  test('undo takes archiving and bringing back away, and is undone itself', async () => {
    await archiveLink('leaflet', change)
    const archiving = await lastEntry()
    expect(await undoChange(archiving, editor, now)).toBe('undone')
    expect(await find()).toMatchObject({ archivedAt: null })
    expect(await undoChange(archiving, editor, now)).toBe('changed-since')
    const later = new Date('2027-03-01T10:00:00Z')
    expect(await undoChange(await lastEntry(), editor, later)).toBe('undone')
    // Its days begin again: it would be gone at once otherwise.
    expect(await find()).toMatchObject({ archivedAt: later })
    expect(await actions(4)).toEqual(['source.archived', 'source.brought-back', 'source.archived', 'source.created'])
  })

  test('30 days later it is deleted for good: its counts stay, and whoever follows it is counted as other', async () => {
    await open('a'.repeat(20))
    await createSourceLink({ tag: 'kept', label: 'Kept' }, change)
    await archiveLink('leaflet', change)
    await emptyArchive(new Date('2026-12-21T23:59:00Z'))
    expect(await find()).toMatchObject({ label: 'The leaflet' })
    const day = new Date('2026-12-22T01:00:00Z')
    await Promise.all([emptyArchive(day), emptyArchive(day)])
    expect(await listAuditOf('source', 'leaflet', { max: 1 })).toMatchObject([
      { action: 'source.deleted', actor: null, before: { label: 'The leaflet' }, after: null },
    ])
    expect(await undoChange(await lastEntry(), editor, now)).toBe('refused')
    expect(await find()).toMatchObject({ label: null, createdAt: null, archivedAt: null, opened: { x: 1 } })
    expect((await listSources()).map(({ tag }) => tag)).toContain('kept')
    await expect.poll(() => toKnownSource('leaflet')).toBe('other')
    await open('c'.repeat(20))
    expect(await bySource()).toEqual([
      ['leaflet', 1],
      ['other', 1],
    ])
    // The tag can be given out again, and then has its old counts.
    expect(await createSourceLink({ tag: 'leaflet', label: 'Anew' }, change)).toMatchObject({ outcome: 'created' })
    expect(await find()).toMatchObject({ label: 'Anew', opened: { x: 1 } })
  })

  test('an admin deletes an archived one for good at once, and no other', async () => {
    expect(await deleteLink('leaflet', change)).toEqual({ outcome: 'not-found' })
    await archiveLink('leaflet', change)
    expect(await deleteLink('leaflet', change)).toEqual({ outcome: 'deleted' })
    expect(await bringLinkBack('leaflet', change)).toEqual({ outcome: 'not-found' })
  })
})
