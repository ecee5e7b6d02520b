import { composeOwnFollowUpPath } from '@/lib/actions/model/follow-up'
import { type FollowUpLink, readFollowUpLink } from '@/lib/letters/model/follow-up'
import { formatUkDay } from '@/lib/shared/model/uk-time'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '../databases'
import { newAddress } from '../staff/open-desk'
import { readToken } from '../../fixtures/mail-server'
import { openPostOffice, seats } from './post-office'

onEachDatabase('a visitor’s letter', () => {
  let office: Awaited<ReturnType<typeof openPostOffice>>
  beforeAll(async () => {
    office = await openPostOffice()
  })
  afterEach(async () => {
    await office.set()
    await office.db.letter.deleteMany()
  })
  afterAll(() => office.stop())

  const verbs = async () => ({
    ...(await import('@/lib/letters/confirm')),
    ...(await import('@/lib/letters/show-letter')),
    ...(await import('@/lib/letters/follow-up')),
    ...(await import('@/lib/letters/chase')),
    ...(await import('@/lib/letters/erase')),
  })
  const later = (days: number) => new Date(Date.now() + days * 86_400_000)
  const problemsOf = (answer: { outcome: string; problems?: { field: string }[] }) =>
    answer.problems?.map(({ field }) => field)

  test('is sent only after its button was pressed: opening the link as often as scanners do changes nothing', async () => {
    const { showLetter } = await verbs()
    const { answer, request } = await office.ask()
    expect(answer).toEqual({ outcome: 'asked' })
    await office.sendDue()
    const copy = office.to(request.email).at(-1)
    expect(copy?.subject).toMatch(/^Confirm your letter to /)
    expect(copy?.text).toContain('Please help.')
    const token = readToken(copy?.text)
    for (let at = 0; at < 5; at++)
      expect(await showLetter(token)).toMatchObject({ state: 'waiting', text: { name: 'Jo Smith' } })
    await office.sendDue()
    expect(await office.db.letter.findMany()).toMatchObject([{ state: 'waiting' }])
    const changed = await office.confirm(request.email, { subject: 'My subject', body: 'My own words.' })
    expect(changed.outcome).toBe('confirmed')
    await office.sendDue()
    expect(office.arrived.findLast(({ subject }) => subject === 'My subject')?.text).toContain('My own words.')
    expect(await showLetter(token)).toMatchObject({ state: 'accepted' })
    expect((await office.confirm(request.email)).outcome).toBe('gone')
  })

  test('needs a postcode of this constituency, and whatever an MP’s office needs', async () => {
    expect((await office.ask({ postcode: seats.edinburgh.postcode })).answer).toEqual({
      outcome: 'wrong-constituency',
      seat: { slug: seats.edinburgh.slug, name: 'Edinburgh East and Musselburgh' },
    })
    expect(problemsOf((await office.ask({ postcode: 'Manchester' })).answer)).toEqual(['sender_postcode'])
    expect(problemsOf((await office.ask({ postcode: '', name: ' ', address: '', email: 'no' })).answer)).toEqual([
      'sender_name',
      'sender_address',
      'sender_postcode',
      'sender_email',
    ])
    expect(problemsOf((await office.ask({ email: 'jo@mailinator.com' })).answer)).toEqual(['sender_email'])
    expect(problemsOf((await office.ask({ body: 'Buy https://spam.example now' })).answer)).toEqual(['body'])
    expect(await office.db.letter.count()).toBe(0)
  })

  test('goes once a week from one mailbox to one MP, however the address is written and however fast it is pressed', async () => {
    const [first, second] = ['jo.one+a@gmail.com', 'joone@googlemail.com']
    await office.ask({ email: first })
    await office.ask({ email: second })
    await office.sendDue()
    const answers = await Promise.all([office.confirm(first), office.confirm(second)])
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['confirmed', 'too-soon'])
    expect(await office.db.letter.count({ where: { state: 'waiting' } })).toBe(1)
    const elsewhere = await office.confirmed({ ...seats.edinburgh, email: 'joone+x@gmail.com' })
    expect(elsewhere.answer.outcome).toBe('asked')
    expect(JSON.stringify(await office.db.mailboxKey.findMany())).not.toContain('joone')
    const { eraseLetters } = await verbs()
    await eraseLetters(later(8))
    expect(await office.db.mailboxKey.count()).toBe(0)
  })

  test('gets the same answer whatever its mailbox did before', async () => {
    const email = 'victim@visitor.example'
    const answers = []
    for (let at = 0; at < 12; at++)
      answers.push((await office.ask({ email: at % 2 ? email : `victim+${at}@visitor.example` })).answer)
    expect(answers).toEqual(answers.map(() => ({ outcome: 'asked' })))
    expect(await office.db.letter.count()).toBeLessThanOrEqual(3) // the mailbox’s own limit for a minute
  })

  test('can be cancelled and erased at once, and its link works for nothing then', async () => {
    const { cancelSending, showLetter } = await verbs()
    const { request } = await office.ask()
    await office.sendDue()
    const token = readToken(office.to(request.email).at(-1)?.text)
    expect(await cancelSending(token, newAddress())).toEqual({ outcome: 'cancelled' })
    expect(await office.db.letter.findMany({ include: { mails: true } })).toMatchObject([
      { state: 'cancelled', text: null, email: null, mails: [] },
    ])
    expect(await showLetter(token)).toBeNull()
    expect(await cancelSending(token, newAddress())).toEqual({ outcome: 'gone' })
    expect((await office.confirm(request.email)).outcome).toBe('gone')
    for (const odd of [undefined, '', 'x'.repeat(43), ['a'], token.slice(1)]) expect(await showLetter(odd)).toBeNull()
  })

  test('is remembered once after a day, and erased after seven', async () => {
    const { eraseLetters } = await verbs()
    const { request } = await office.ask({ now: later(-1.01) })
    await office.sendDue()
    await office.sendDue()
    const mails = office.to(request.email)
    expect(mails.map(({ subject }) => subject?.slice(0, 7)).sort()).toEqual(['Confirm', 'Your le'])
    expect(new Set(mails.map(({ text }) => readToken(text))).size).toBe(1)
    expect(await eraseLetters(later(5.9))).toEqual([])
    expect(await office.db.letter.count({ where: { state: 'waiting' } })).toBe(1)
    await eraseLetters(later(6.1))
    expect(await office.db.letter.findMany()).toMatchObject([{ state: 'erased', text: null, email: null }])
  })

  test('is asked about after two weeks if its visitor wanted it; the last answer counts, and a chase goes the same way', async () => {
    const { answerFollowUp, eraseLetters, sendChase, showFollowUp } = await verbs()
    const { request, id } = await office.confirmed({ isFollowUpAsked: true })
    await office.sendDue()
    expect((await office.db.letter.findUniqueOrThrow({ where: { id } })).email).not.toBeNull()
    await eraseLetters(later(8))
    await office.db.letterMail.updateMany({ data: { nextTryAt: new Date() } })
    await office.sendDue()
    const mail = office.to(request.email).at(-1)
    expect(mail?.subject).toMatch(/^Did .* reply to you\?$/)
    await eraseLetters(later(15))
    expect(await office.db.letter.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'erased', email: null })
    const token = readToken(mail?.text)
    for (let at = 0; at < 3; at++) expect(await showFollowUp({ token }, new Date())).toMatchObject({ reply: null })
    const answer = (reply: string) => answerFollowUp({ link: { token }, reply, address: newAddress() }, new Date())
    expect(await answer('helpful')).toMatchObject({ outcome: 'answered' })
    expect(await answer('notYet')).toMatchObject({ outcome: 'answered' })
    expect(await answer('perhaps')).toEqual({ outcome: 'gone' })
    expect(await office.db.followUpAnswer.findMany()).toMatchObject([{ reply: 'notYet', isOwnMail: false }])
    const view = await showFollowUp({ token }, new Date())
    expect(view?.chase?.body).toMatch(/I wrote to you on \d+ \w+ \d{4}[^]*Could you tell me/)
    const values = {
      name: 'Jo Smith',
      address: '1 High Street',
      postcode: seats.manchester.postcode,
      email: 'chase@visitor.example',
      subject: view?.chase?.subject ?? '',
      body: view?.chase?.body ?? '',
    }
    expect(await sendChase({ token, values, address: newAddress() }, new Date())).toMatchObject({ outcome: 'asked' })
    await office.sendDue()
    expect((await office.confirm(values.email)).outcome).toBe('confirmed')
    await office.sendDue()
    const chase = office.arrived.findLast(({ subject }) => subject === values.subject && true)
    expect(chase?.text).toContain('Yours sincerely,\nJo Smith\n1 High Street\nM1 1AE')
    expect(await office.db.letter.findFirst({ where: { isChase: true } })).toMatchObject({ state: 'accepted' })
  })

  test('of somebody’s own mail program is answered by the link in their calendar, of which nothing is stored before', async () => {
    const { answerFollowUp, showFollowUp } = await verbs()
    const seat = await office.db.seat.findFirstOrThrow({ where: { memberId: { not: null } } })
    const now = new Date()
    const own = 'o'.repeat(43)
    const path = composeOwnFollowUpPath(own, { slug: seat.slug, memberId: seat.memberId ?? 0 }, now)
    const link = readFollowUpLink(Object.fromEntries(new URL(path, 'https://example.org').searchParams))
    const before = await office.db.followUpAnswer.count()
    const view = await showFollowUp(link, now)
    expect(view).toMatchObject({ isOwnMail: true, reply: null, seat: { slug: seat.slug } })
    expect(view?.chase?.body).toContain(`I wrote to you on ${formatUkDay(now)}`)
    expect(await office.db.followUpAnswer.count()).toBe(before)
    const answer = (of: FollowUpLink, reply: string) => answerFollowUp({ link: of, reply, address: newAddress() }, now)
    expect(await answer(link, 'notYet')).toMatchObject({ outcome: 'answered' })
    expect(await answer(link, 'helpful')).toMatchObject({ outcome: 'answered' })
    const rows = await office.db.followUpAnswer.findMany({ where: { isOwnMail: true } })
    expect(rows).toMatchObject([{ reply: 'helpful', seatCode: seat.code, memberId: seat.memberId }])
    expect(JSON.stringify(rows)).not.toContain(own)
    for (const wrong of [
      { ...link, own: 'short' },
      { ...link, sent: '2020-01-01' },
      { ...link, sent: '2999-01-01' },
      { ...link, sent: 'today' },
      { ...link, seat: 'nowhere' },
      { ...link, to: 'x' },
    ])
      expect(await showFollowUp(wrong, now), JSON.stringify(wrong)).toBeNull()
    // Nobody can speak of an MP who isn’t the one for that constituency.
    expect(await answer({ ...link, own: 'p'.repeat(43), to: '1' }, 'helpful')).toEqual({ outcome: 'gone' })
  })

  test('is neither offered nor stored while sending is off, paused, or not tested with this server', async () => {
    const { getSending } = await import('@/lib/letters/get-settings')
    for (const changes of [{ isOn: false }, { isPaused: true }, { testedWith: 'other.example a@b.example' }]) {
      await office.set(changes)
      expect(await getSending()).toMatchObject({ isOffered: false })
      expect((await office.ask()).answer).toEqual({ outcome: 'closed' })
    }
    expect(await office.db.letter.count()).toBe(0)
  })
})
