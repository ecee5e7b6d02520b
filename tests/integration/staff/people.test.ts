import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { onEachDatabase } from '../databases'
import { newAddress, openDesk } from './open-desk'

const all = { person: '', entity: '', day: '' }

onEachDatabase('people', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.stop())
  beforeEach(async () => {
    await desk.db.user.updateMany({ data: { role: 'editor' } }) // no admins left over from other tests
  })

  const operations = async () => ({
    ...(await import('@/lib/staff/change-role')),
    ...(await import('@/lib/staff/remove')),
    ...(await import('@/lib/staff/list')),
    ...(await import('@/lib/staff/get')),
    ...(await import('@/lib/staff/list-devices')),
    ...(await import('@/lib/staff/revoke-device')),
    ...(await import('@/lib/staff/invite')),
    ...(await import('@/lib/staff/request-sign-in')),
    showLog: async (asked: Record<string, unknown>) => {
      const { showLog } = await import('@/lib/desk/show-log')
      const page = await showLog(asked)
      return { ...page, lines: page.deeds.flatMap(({ lines }) => lines) }
    },
  })

  test('a role change applies from the next request and is logged', async () => {
    const { changeRole, getStaff, showLog } = await operations()
    const admin = await desk.signIn('admin-a', 'admin')
    const { id, request } = await desk.signIn('riser', 'editor')
    const now = new Date('2026-11-23T00:30:00Z')
    expect(await changeRole(id, 'publisher', { id: admin.id }, now)).toEqual({ outcome: 'changed' })
    expect(await getStaff(request, new Date())).toMatchObject({ role: 'publisher' })
    expect(await changeRole(id, 'publisher', { id: admin.id }, now)).toEqual({ outcome: 'changed' })
    expect(await changeRole('nobody', 'publisher', null, now)).toEqual({ outcome: 'not-found' })
    const { lines } = await showLog({ person: admin.id, entity: 'staff', day: '2026-11-23' })
    expect(lines).toMatchObject([
      {
        at: now,
        actor: 'admin-a',
        action: 'staff.role-changed',
        entityName: 'riser',
        fields: [{ field: 'role', before: 'editor', after: 'publisher' }],
      },
    ])
  })

  test('the log is filtered by person, entity and day, and ignores invalid filters', async () => {
    const { showLog } = await operations()
    const { id } = await desk.signIn('logged', 'editor')
    const { lines } = await showLog({ person: id })
    expect(lines).toMatchObject([
      { action: 'staff.signed-in', actor: 'logged', fields: [{ field: 'by', before: null, after: 'link' }] },
    ])
    const byCommand = await showLog({ person: 'command-line' })
    expect(byCommand.lines[0]).toMatchObject({ action: 'staff.invited', actor: null, entityName: 'logged' })
    expect((await showLog({ entity: 'supporter' })).lines).toEqual([])
    expect((await showLog({ day: '2020-01-01' })).lines).toEqual([])
    expect((await showLog({ entity: 'nonsense', day: '<b>', person: ['x'] })).filter).toEqual(all)
  })

  test('the log is read to its end in pages of a hundred', async () => {
    const { showLog } = await operations()
    const { recordAudits } = await import('@/lib/audit/data/entries')
    const line = (at: number) => ({
      action: 'setting.changed',
      entityId: `long-${at}`,
      before: null,
      after: { value: at },
    })
    await desk.db.$transaction((tx) =>
      recordAudits(
        tx,
        Array.from({ length: 205 }, (_, at) => line(at)),
        { actor: null, entity: 'setting', now: new Date('2019-02-03T12:00:00Z'), deed: null },
      ),
    )
    const asked = { entity: 'setting', day: '2019-02-03' }
    const read: string[] = []
    const sizes: number[] = []
    let page = await showLog(asked)
    expect(page.isNewest).toBe(true)
    for (;;) {
      read.push(...page.lines.map(({ entityId }) => entityId))
      sizes.push(page.lines.length)
      if (page.older === null) break
      page = await showLog({ ...asked, before: String(page.older) })
    }
    expect(sizes).toEqual([100, 100, 5])
    expect(read).toEqual(Array.from({ length: 205 }, (_, at) => `long-${204 - at}`))
    expect((await showLog({ ...asked, before: '-1; DROP' })).isNewest).toBe(true)
  })

  test('removing someone signs them out at once and erases their details, but keeps their history', async () => {
    const { removeStaff, getStaff, listStaff, showLog, requestSignIn, inviteStaffByLink } = await operations()
    const admin = await desk.signIn('admin-b', 'admin')
    const { id, request } = await desk.signIn('leaver', 'publisher')
    const pending = await requestSignIn('leaver@example.org', { address: newAddress(), cookie: '' }, new Date(), '')
    if (pending.outcome === 'accepted') await pending.sending
    expect(await removeStaff(id, { id: admin.id }, new Date())).toEqual({ outcome: 'changed' })
    expect(await getStaff(request, new Date())).toBeNull()
    expect((await listStaff()).map((person) => person.id)).not.toContain(id)
    const { lines } = await showLog({ person: id })
    expect(lines).toMatchObject([{ action: 'staff.signed-in', actor: `Former member of staff ${id.slice(0, 4)}` }])
    const everything = await Promise.all([
      desk.db.user.findMany(),
      desk.db.session.findMany(),
      desk.db.verification.findMany(),
      desk.db.auditEntry.findMany(),
    ])
    expect(JSON.stringify(everything)).not.toContain('leaver')
    expect(await removeStaff(id, { id: admin.id }, new Date())).toEqual({ outcome: 'not-found' })
    const again = await inviteStaffByLink(
      { email: 'leaver@example.org', name: 'leaver', role: 'editor' },
      { id: admin.id },
      new Date(),
    )
    expect(again).toMatchObject({ outcome: 'invited', isNew: true })
    expect(again).not.toMatchObject({ id })
  })

  test('there is always an admin, even if two remove each other at once', async () => {
    const { removeStaff, changeRole } = await operations()
    const a = await desk.signIn('admin-c', 'admin')
    const b = await desk.signIn('admin-d', 'admin')
    const answers = await Promise.all([
      removeStaff(a.id, { id: b.id }, new Date()),
      changeRole(b.id, 'editor', { id: a.id }, new Date()),
    ])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['changed', 'last-admin'])
    expect(await desk.db.user.count({ where: { role: 'admin', removedAt: null } })).toBe(1)
  })

  test('people can list their own devices and revoke each one', async () => {
    const { listDevices, revokeDevice, removePasskey, getStaff, inviteStaffByLink } = await operations()
    const { id, request } = await desk.signIn('two-devices', 'editor')
    const link = await inviteStaffByLink(
      { email: 'two-devices@example.org', name: 'x', role: 'admin' },
      null,
      new Date(),
    )
    expect(link).toMatchObject({ outcome: 'invited', isNew: false, id })
    const phone = await desk.follow(
      link.outcome === 'invited' ? link.link : '',
      new Date(),
      'Mozilla/5.0 (iPhone) Safari/1',
    )
    const staff = await getStaff(request, new Date())
    const other = await desk.signIn('other', 'editor')
    const stranger = await getStaff(other.request, new Date())
    if (!staff || !stranger) throw new Error('not signed in')
    expect(staff).toMatchObject({ name: 'two-devices', role: 'editor' })
    const { sessions } = await listDevices(staff, new Date())
    expect(sessions).toMatchObject([
      { device: 'Safari on iPhone', isThis: false },
      { device: 'Firefox on Linux', isThis: true },
    ])
    const phoneId = sessions[0]?.id ?? ''
    expect(await revokeDevice(phoneId, stranger, new Date())).toBe(false)
    expect(await getStaff(phone, new Date())).not.toBeNull()
    expect(await revokeDevice(phoneId, staff, new Date())).toBe(true)
    expect(await getStaff(phone, new Date())).toBeNull()
    expect(await getStaff(request, new Date())).not.toBeNull()
    const passkey = {
      id: 'p1',
      publicKey: 'k',
      userId: id,
      credentialID: 'c',
      counter: 0,
      deviceType: 'singleDevice',
      backedUp: false,
    }
    await desk.db.passkey.create({ data: passkey })
    expect(await removePasskey('p1', stranger, new Date())).toBe(false)
    expect((await listDevices(staff, new Date())).passkeys).toMatchObject([{ id: 'p1', name: 'Passkey' }])
    expect(await removePasskey('p1', staff, new Date())).toBe(true)
  })

  test('an incomplete invitation says what is missing', async () => {
    const { inviteStaff } = await operations()
    const ann = { id: 'ann', name: 'Ann', organisation: '' }
    const answer = await inviteStaff({ email: 'x', name: ' ', role: 'king' }, ann, new Date())
    expect(answer).toMatchObject({
      outcome: 'refused',
      problems: [{ field: 'email' }, { field: 'name' }, { field: 'role' }],
    })
    expect(await inviteStaff(null, ann, new Date())).toMatchObject({ outcome: 'refused' })
  })

  test('the log is append-only', async () => {
    await desk.signIn('eternal', 'editor')
    const before = await desk.db.auditEntry.count()
    await expect(desk.db.auditEntry.updateMany({ data: { action: 'nothing' } })).rejects.toThrow()
    await expect(desk.db.auditEntry.deleteMany({})).rejects.toThrow()
    await expect(desk.db.$executeRawUnsafe('DELETE FROM "AuditEntry"')).rejects.toThrow('append-only')
    expect(await desk.db.auditEntry.count()).toBe(before)
    expect(await desk.db.auditEntry.count({ where: { action: 'nothing' } })).toBe(0)
  })
})
