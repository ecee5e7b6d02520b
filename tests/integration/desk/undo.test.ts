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
})
