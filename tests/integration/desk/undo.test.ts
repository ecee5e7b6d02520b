import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '@/lib/staff/model/staff'
import { onEachDatabase } from '../databases'
import { openDesk } from '../staff/open-desk'

onEachDatabase('undoing from the log', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>
  const now = new Date('2026-11-22T10:00:00Z')
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.stop())

  const enter = async (name: string, role: Staff['role']): Promise<Staff> => {
    const { id } = await desk.signIn(name, role)
    return { id, name, role, email: `${name}@example.org`, sessionId: '' }
  }
  const undo = async (id: unknown, actor: Staff) => (await import('@/lib/desk/undo')).undoChange(id, actor, now)
  const last = async (entity: string) => {
    const [row] = await desk.db.auditEntry.findMany({
      where: { entity },
      orderBy: { id: 'desc' },
      take: 1,
      select: { id: true, action: true },
    })
    return row ?? { id: 0, action: '' }
  }

  test('only an admin can undo a role change; invitations and removals are final', async () => {
    const { changeRole } = await import('@/lib/staff/change-role')
    const [boss, editor] = [await enter('undo-boss', 'admin'), await enter('undo-editor', 'editor')]
    expect(await undo(String((await last('staff')).id), boss)).toBe('refused')
    await changeRole(editor.id, 'publisher', boss, now)
    const line = await last('staff')
    await desk.signIn('undo-editor', 'editor') // which doesn’t change the role
    expect(await undo(String(line.id), editor)).toBe('forbidden')
    expect(await undo(String(line.id), boss)).toBe('undone')
    expect((await desk.db.user.findUniqueOrThrow({ where: { id: editor.id } })).role).toBe('editor')
    expect(await undo(String(line.id), boss)).toBe('changed-since')
    for (const wrong of ['0', '', 'x', '9'.repeat(12), null, {}]) expect(await undo(wrong, boss)).toBe('refused')
  })

  test('a partner’s link can be undone, and so can the undo', async () => {
    const { createSourceLink, listSources } = await import('@/lib/actions/source-links')
    const editor = await enter('undo-links', 'editor')
    const tags = async () => (await listSources()).map(({ tag }) => tag)
    await createSourceLink({ tag: 'undone', label: 'Undone' }, { actor: editor, now })
    expect(await undo(String((await last('source')).id), editor)).toBe('undone')
    expect(await tags()).toEqual([])
    expect((await last('source')).action).toBe('source.removed')
    expect(await undo(String((await last('source')).id), editor)).toBe('undone')
    expect(await tags()).toEqual(['undone'])
  })

  test('what was done at once is one line, and is undone at once or not at all', async () => {
    const { setSupporterStatus } = await import('@/lib/supporters/arrange')
    const { showLog } = await import('@/lib/desk/show-log')
    const { findUndoable } = await import('@/lib/desk/undo')
    const publisher = await enter('undo-bulk', 'publisher')
    const published = await desk.db.supporter.findMany({
      where: { status: 'published' },
      select: { id: true },
      take: 5,
    })
    const ids = published.map(({ id }) => id)
    const count = () => desk.db.supporter.count({ where: { id: { in: ids }, status: 'published' } })
    const since = new Date()
    await setSupporterStatus(ids, 'hidden', { actor: publisher, now: new Date() })
    const { deeds } = await showLog({ entity: 'supporter' })
    expect(deeds[0]).toMatchObject({ size: 5, lines: { length: 5 } })
    const offered = await findUndoable(publisher.id, 'publisher', since)
    expect(offered).toBe(deeds[0]?.lines[0]?.id)
    expect(await findUndoable(publisher.id, 'editor', since)).toBeNull()
    expect(await undo(String(offered), publisher)).toBe('undone')
    expect(await count()).toBe(5)

    await setSupporterStatus(ids, 'hidden', { actor: publisher, now: new Date() })
    const again = String((await last('supporter')).id)
    await setSupporterStatus(ids.slice(0, 1), 'draft', { actor: publisher, now: new Date() })
    expect(await undo(again, publisher)).toBe('changed-since')
    expect(await count()).toBe(0)
  })

  test('an import is undone whole: rows added, changed and given each other’s ids; and so is the undo', async () => {
    const { applyImportFile } = await import('@/lib/supporters/apply-import')
    const { previewImport } = await import('@/lib/supporters/import')
    const publisher = await enter('undo-import', 'publisher')
    const all = async () =>
      (await desk.db.supporter.findMany({ orderBy: { id: 'asc' } })).map(
        ({ version: _v, updatedAt: _u, ...row }) => row,
      )
    const send = async (text: string) => {
      const bytes = Buffer.from(text)
      const preview = await previewImport(bytes)
      if (preview.outcome === 'refused') throw new Error(preview.message)
      return applyImportFile(bytes, preview.seal, { actor: publisher, now: new Date() })
    }
    const before = await all()
    const [one, two] = before.filter(({ kind, memberId }) => kind === 'mp' && memberId !== null)
    if (!one || !two) throw new Error('two MPs are shipped')
    const file = `id,kind,name,memberId,notes
${one.id},mp,${one.name},${two.memberId},swapped
${two.id},mp,${two.name},${one.memberId},swapped
${Array.from({ length: 600 }, (_none, at) => `,organisation,Import of many ${at},,`).join('\n')}
`
    expect(await send(file)).toMatchObject({ message: 'Done: 600 supporters added, 2 supporters changed.' })
    const imported = await all()
    expect(imported.length).toBe(before.length + 600)

    expect(await undo(String((await last('supporter')).id), publisher)).toBe('undone')
    expect(await all()).toEqual(before)
    const { showLog } = await import('@/lib/desk/show-log')
    expect((await showLog({ entity: 'supporter' })).deeds[0]).toMatchObject({ size: 602 })
    expect(await undo(String((await last('supporter')).id), publisher)).toBe('undone')
    expect(await all()).toEqual(imported.map((row) => ({ ...row, createdAt: expect.any(Date) })))

    // One row that can’t go back stops all of them.
    const again = String((await last('supporter')).id)
    await desk.db.supporter.deleteMany({ where: { name: 'Import of many 300' } })
    const held = await all()
    expect(await undo(again, publisher)).toBe('changed-since')
    expect(await all()).toEqual(held)
  })
})
