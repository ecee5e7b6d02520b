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
})
