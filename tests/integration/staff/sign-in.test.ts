import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { onEachDatabase } from '../databases'
import { newAddress, openDesk, readLink } from './open-desk'

const nobody = { cookie: '', userAgent: '' }
const minute = 60_000
const accepted = { outcome: 'accepted', isMailed: true }

onEachDatabase('sign-in', () => {
  let desk: Awaited<ReturnType<typeof openDesk>>
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.stop())
  afterEach(() => vi.useRealTimers())

  const operations = async () => ({
    ...(await import('@/lib/staff/request-sign-in')),
    ...(await import('@/lib/staff/confirm-sign-in')),
    ...(await import('@/lib/staff/get')),
    ...(await import('@/lib/staff/invite')),
    ...(await import('@/lib/staff/sign-in/sessions')),
  })

  async function ask(email: string, address = newAddress(), cookie = '') {
    const { requestSignIn } = await operations()
    const answer = await requestSignIn(email, { address, cookie }, new Date(), '')
    if (answer.outcome !== 'accepted') return answer
    const { sending, ...said } = answer
    await sending
    return said
  }

  async function confirm(link: string, now = new Date()) {
    const { confirmSignIn } = await operations()
    return confirmSignIn(new URL(link).searchParams.get('token'), nobody, newAddress(), now)
  }

  const addInviter = async () => (await desk.signIn('ann-admin', 'admin')).id

  test('an invitation arrives by email, and its link works once', async () => {
    const { inviteStaff, getStaff } = await operations()
    const invited = await inviteStaff(
      { email: ' Ben@Example.org ', name: 'Ben Example', role: 'editor' },
      { id: await addInviter(), name: 'Ann Admin', organisation: 'Example Charity' },
      new Date(),
    )
    expect(invited).toMatchObject({ outcome: 'invited', isNew: true, isMailed: true })
    const mail = desk.mails.findLast(({ to }) => JSON.stringify(to).includes('ben@example.org'))
    expect(mail).toMatchObject({
      subject: 'Ann Admin invites you to the Stable Futures staff desk',
      text: expect.stringContaining('Editor: writes drafts'),
    })
    expect(mail?.text).toContain('the campaign site of Example Charity (https://desk.example)')
    expect(mail?.from?.text).toBe('"Stable Futures" <no-reply@desk.example>')
    const link = readLink(mail?.text)
    expect(link).toMatch(/^https:\/\/desk\.example\/staff\/confirm\?token=\w{32}$/)
    const answers = await Promise.all([confirm(link), confirm(link), confirm(link)])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['refused', 'refused', 'signed-in'])
    const [signedIn] = answers.filter(({ outcome }) => outcome === 'signed-in')
    const cookie = signedIn?.outcome === 'signed-in' ? signedIn.cookies[0] : undefined
    expect(cookie).toMatchObject({
      name: '__Secure-staff.session_token',
      options: { path: '/staff', httpOnly: true, secure: true, sameSite: 'lax' },
    })
    expect(cookie?.options.maxAge).toBeUndefined()
    expect(
      await getStaff(
        { cookie: `${cookie?.name}=${encodeURIComponent(cookie?.value ?? '')}`, userAgent: '' },
        new Date(),
      ),
    ).toMatchObject({
      name: 'Ben Example',
      email: 'ben@example.org',
      role: 'editor',
    })
    expect(
      await getStaff(
        { cookie: `${cookie?.name}=${encodeURIComponent(`x${cookie?.value}`)}`, userAgent: '' },
        new Date(),
      ),
    ).toBeNull()
  })

  test('a session cookie is valid; a forged or signed-out one isn’t', async () => {
    const { hasSession, signOut } = await operations()
    const { request } = await desk.signIn('uploading', 'editor')
    const { cookie } = request
    expect(await hasSession(cookie)).toBe(true)
    const [name = '', value = ''] = cookie.split('=')
    const [token = '', signature = ''] = decodeURIComponent(value).split('.')
    const other =
      decodeURIComponent((await desk.signIn('other', 'editor')).request.cookie)
        .split('.')
        .at(-1) ?? ''
    for (const signed of [
      '',
      token,
      `${token}.`,
      `${token}.${'A'.repeat(signature.length)}`,
      `${token}.${other}`,
      `x${token}.${signature}`,
    ]) {
      expect(await hasSession(`${name}=${encodeURIComponent(signed)}`), signed).toBe(false)
    }
    expect(await hasSession('staff.session_token=%')).toBe(false)
    await signOut(request)
    expect(await hasSession(cookie)).toBe(false)
  })

  test('many people can sign in at once while others are invited and use the desk', async () => {
    const { getStaff } = await operations()
    const busy = await desk.signIn('looking', 'editor')
    const people = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => {
        const { request } = await desk.signIn(`crowd-${at}`, 'editor')
        expect(await getStaff(busy.request, new Date())).not.toBeNull()
        return getStaff(request, new Date())
      }),
    )
    expect(people.map((staff) => staff?.name).sort()).toEqual(
      Array.from({ length: 12 }, (_, at) => `crowd-${at}`).sort(),
    )
  })

  test('a stored link token can’t be used to sign in, and no IP address is stored', async () => {
    await desk.signIn('stored', 'editor')
    await ask('stored@example.org')
    const rows = await desk.db.verification.findMany()
    const token = new URL(readLink(desk.mails.at(-1)?.text)).searchParams.get('token') ?? ''
    expect(JSON.stringify(rows)).not.toContain(token)
    expect((await confirm(`https://desk.example/?token=${rows.at(-1)?.identifier}`)).outcome).toBe('refused')
    expect((await desk.db.session.findMany()).map(({ ipAddress }) => ipAddress)).not.toContainEqual(
      expect.stringMatching(/\d/),
    )
  })

  test('a link expires after 15 minutes', async () => {
    await desk.signIn('late', 'editor')
    await ask('late@example.org')
    const link = readLink(desk.mails.at(-1)?.text)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 15 * minute + 1_000 })
    expect((await confirm(link)).outcome).toBe('refused')
    vi.useRealTimers()
    await ask('late@example.org')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 14 * minute })
    expect((await confirm(readLink(desk.mails.at(-1)?.text))).outcome).toBe('signed-in')
  })

  test('an unknown address gets the same answer and costs the same work, but nothing is sent and the address isn’t stored', async () => {
    await desk.signIn('known', 'editor')
    const mails = desk.mails.length
    const added = async (email: string) => {
      const before = new Set((await desk.db.verification.findMany()).map(({ id }) => id))
      const answer = await ask(email)
      return { answer, rows: (await desk.db.verification.findMany()).filter(({ id }) => !before.has(id)) }
    }
    const [stranger, known] = [await added('stranger@example.org'), await added(' KNOWN@example.org')]
    expect([stranger.answer, known.answer]).toEqual([accepted, accepted])
    expect([stranger.rows.length, known.rows.length]).toEqual([1, 1])
    expect(JSON.stringify(stranger.rows)).not.toContain('stranger')
    expect(desk.mails.length).toBe(mails + 1)
    expect(await ask('no address')).toMatchObject({ outcome: 'invalid' })
  })

  test('no work starts before the answer is ready', async () => {
    await desk.signIn('quiet', 'editor')
    const { requestSignIn } = await operations()
    const rows = await desk.db.verification.count()
    const answer = await requestSignIn('quiet@example.org', { address: newAddress(), cookie: '' }, new Date(), '')
    expect(await desk.db.verification.count()).toBe(rows)
    if (answer.outcome === 'accepted') await answer.sending
    expect(await desk.db.verification.count()).toBe(rows + 1)
  })

  // Rate limit windows start on the clock’s minute.
  const stopClock = () =>
    vi.useFakeTimers({ toFake: ['Date'], now: Math.ceil(Date.now() / minute) * minute + minute / 2 })

  test('a stranger can’t use up the links of someone with a known browser, or anyone’s from a single address', async () => {
    const { request } = await desk.signIn('wanted', 'editor')
    expect(request.cookie).toMatch(/__Secure-staff\.device=/)
    stopClock()
    const outcomes = async (count: number, address: () => string, cookie = '') => {
      const answers = await Promise.all(
        Array.from({ length: count }, () => ask('wanted@example.org', address(), cookie)),
      )
      return answers.filter(({ outcome }) => outcome === 'accepted').length
    }
    expect(await outcomes(9, () => '192.0.2.50')).toBe(2)
    // From many addresses, the shared limit applies, but the person’s own browser still has its own.
    expect(await outcomes(30, newAddress)).toBe(4)
    expect(await outcomes(5, () => '192.0.2.50', request.cookie)).toBe(3)
    // A forged cookie or someone else’s doesn’t count.
    const { request: other } = await desk.signIn('unwanted', 'editor')
    expect(await outcomes(3, newAddress, other.cookie)).toBe(0)
    expect(await outcomes(3, newAddress, request.cookie.replace(/(staff\.device=)./, '$1!'))).toBe(0)
  })

  test('link requests and sign-in attempts are limited per IP address', async () => {
    stopClock()
    const fromOne = await Promise.all(
      Array.from({ length: 12 }, (_, at) => ask(`guess-${at}@example.org`, '192.0.2.51')),
    )
    expect(fromOne.filter(({ outcome }) => outcome === 'limited')).toHaveLength(2)
    expect(await ask('guess@example.org', '192.0.2.52')).toEqual(accepted)
    const { request } = await desk.signIn('trying', 'editor')
    const { confirmSignIn } = await operations()
    const guesses = await Promise.all(
      Array.from({ length: 21 }, (_, at) => confirmSignIn(`token${at}`, nobody, '192.0.2.53', new Date())),
    )
    expect(guesses.filter(({ outcome }) => outcome === 'limited')).toHaveLength(1)
    expect((await confirmSignIn('token', request, '192.0.2.53', new Date())).outcome).toBe('refused')
  })

  test('a session expires after an hour idle, or after 12 hours in use', async () => {
    const { getStaff } = await operations()
    const idle = await desk.signIn('idle', 'editor')
    const busy = await desk.signIn('busy', 'editor')
    const start = Date.now()
    for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
      vi.useFakeTimers({ toFake: ['Date'], now: start + minutes * minute })
      expect(await getStaff(busy.request, new Date()), `after ${minutes} minutes`).toMatchObject({ name: 'busy' })
    }
    vi.useFakeTimers({ toFake: ['Date'], now: start + 12 * 60 * minute + 5_000 })
    expect(await getStaff(busy.request, new Date())).toBeNull()
    vi.useFakeTimers({ toFake: ['Date'], now: start + 61 * minute })
    expect(await getStaff(idle.request, new Date())).toBeNull()
  })

  test('signing out ends the session as well as deleting the cookie', async () => {
    const { getStaff, signOut } = await operations()
    const { request } = await desk.signIn('leaving', 'editor')
    const cookies = await signOut(request)
    expect(cookies.find(({ name }) => name.endsWith('session_token'))).toMatchObject({
      value: '',
      options: { maxAge: 0 },
    })
    expect(await getStaff(request, new Date())).toBeNull()
  })
})
