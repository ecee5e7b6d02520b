import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '../databases'
import { openDesk } from './open-desk'

onEachDatabase('invitations', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.stop())
  const addInviter = async () => (await desk.signIn('ann-admin', 'admin')).id

  test('an invitation works for seven days, and a sign-in link for fifteen minutes', async () => {
    const { inviteStaff } = await import('@/lib/staff/invite')
    const ann = { id: await addInviter(), name: 'Ann Admin', organisation: '' }
    const person = { email: 'late@example.org', name: 'Late', role: 'editor' }
    const invited = await inviteStaff(person, ann, new Date())
    if (invited.outcome !== 'invited') throw new Error(invited.outcome)
    expect(invited.until.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000)
    const token = await desk.db.verification.findFirstOrThrow({ where: { value: { contains: 'late@example.org' } } })
    expect(token.expiresAt.getTime()).toBe(invited.until.getTime())
    await desk.follow(invited.link)
    const again = await inviteStaff(person, ann, new Date())
    expect(again).toMatchObject({ outcome: 'invited', isNew: false })
    const short = await desk.db.verification.findFirstOrThrow({ where: { value: { contains: 'late@example.org' } } })
    expect(short.expiresAt.getTime() - Date.now()).toBeLessThan(16 * 60_000)
  })

  test('a name can be changed, and the log says so without any name', async () => {
    const { renameStaff } = await import('@/lib/staff/rename')
    const [id, now] = [await addInviter(), new Date()]
    expect(await renameStaff(id, ' ', { id }, now)).toMatchObject({ outcome: 'refused' })
    expect(await renameStaff(id, 'Anna Admin', { id }, now)).toEqual({ outcome: 'changed' })
    expect((await desk.db.user.findUniqueOrThrow({ where: { id } })).name).toBe('Anna Admin')
    const line = await desk.db.auditEntry.findFirstOrThrow({ where: { action: 'staff.renamed' } })
    expect([line.before, line.after]).toEqual([null, null])
    expect(await renameStaff('nobody', 'Nobody', { id }, now)).toEqual({ outcome: 'not-found' })
  })

  test('without a mail server the answer has the link, and says that nothing was sent', async () => {
    const { inviteStaff } = await import('@/lib/staff/invite')
    const ann = { id: await addInviter(), name: 'Ann', organisation: '' }
    await desk.stopMail()
    const answer = await inviteStaff({ email: 'paper@example.org', name: 'Paper', role: 'editor' }, ann, new Date())
    expect(answer).toMatchObject({ outcome: 'invited', isMailed: false, link: expect.stringContaining('token=') })
  })
})
