import { afterAll, beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '../databases'
import { openPostOffice } from './post-office'

onEachDatabase('the desk’s page of letters', () => {
  let office: Awaited<ReturnType<typeof openPostOffice>>
  beforeAll(async () => {
    office = await openPostOffice()
    await office.db.user.create({
      data: {
        id: 'ada',
        name: 'Ada',
        email: 'ada@charity.example',
        emailVerified: true,
        role: 'admin',
        createdAt: new Date(),
        updatedAt: new Date(),
      },
    })
  })
  afterAll(() => office.stop())

  const change = () => ({ actor: { id: 'ada' }, now: new Date() })
  const verbs = async () => ({
    ...(await import('@/lib/letters/save-settings')),
    ...(await import('@/lib/letters/send-test-letter')),
    ...(await import('@/lib/letters/show-desk')),
    ...(await import('@/lib/letters/show-settings')),
    ...(await import('@/lib/letters/erase-by-email')),
    ...(await import('@/lib/letters/list-tasks')),
    ...(await import('@/lib/letters/get-settings')),
    ...(await import('@/lib/letters/data/desk')),
  })
  const logOf = async () => JSON.stringify(await office.db.auditEntry.findMany({ where: { entity: 'letters' } }))

  test('switches letters on only after a test letter went through, and says in the log no address', async () => {
    const { answerLetterSettings, getSending, sendTestLetter, showLetterSettings } = await verbs()
    await office.db.letterSettings.deleteMany()
    const { invalidateCaches } = await import('@/lib/shared/cache')
    invalidateCaches()
    expect(await getSending()).toEqual({ isOffered: false, isRehearsal: false })
    const on = async (more = {}) =>
      answerLetterSettings({ ...(await showLetterSettings()).values, isOn: 'yes', ...more }, change())
    expect(await on()).toMatchObject({ outcome: 'refused', message: expect.stringContaining('No test letter') })
    expect(await sendTestLetter('ada@charity.example', 'Ada', change())).toEqual({ outcome: 'sent' })
    expect(office.to('ada@charity.example').at(-1)?.subject).toBe('A test letter')
    expect((await showLetterSettings()).missing).toEqual([])
    expect(await on({ perHour: 'many', redirectTo: 'nobody' })).toMatchObject({ outcome: 'refused' })
    expect(await on({ redirectTo: 'rehearsal@charity.example' })).toMatchObject({ outcome: 'saved' })
    expect(await getSending()).toEqual({ isOffered: true, isRehearsal: true })
    expect(
      await answerLetterSettings(
        { isOn: 'no', redirectTo: '', perMpPerHour: '1', perHour: '1', version: '0' },
        change(),
      ),
    ).toMatchObject({ outcome: 'conflict' })
    expect(await logOf()).not.toContain('@')
    await office.set()
  })

  test('the settings can be undone, but for a mailbox that the log doesn’t name; a pause by publishers', async () => {
    const { answerLetterSettings, pauseSending, showLetterSettings } = await verbs()
    const { undoChange } = await import('@/lib/desk/undo')
    await office.set()
    const ada = { id: 'ada', name: 'Ada', role: 'admin', email: 'ada@charity.example', sessionId: '' } as const
    const newest = async () =>
      String(
        (await office.db.auditEntry.findFirstOrThrow({ where: { entity: 'letters' }, orderBy: { id: 'desc' } })).id,
      )
    const read = async () => {
      const { isOn, isPaused, redirectTo, perHour } = await office.db.letterSettings.findFirstOrThrow()
      return { isOn, isPaused, redirectTo, perHour }
    }
    const save = async (more: object) =>
      expect(await answerLetterSettings({ ...(await showLetterSettings()).values, ...more }, change())).toMatchObject({
        outcome: 'saved',
      })
    const start = await read()
    await save({ perHour: '7' })
    const [hour, slower] = [await newest(), await read()]
    await pauseSending(true, change())
    const pause = await newest()
    expect(await undoChange(hour, ada, new Date())).toBe('changed-since')
    expect(await undoChange(hour, { ...ada, role: 'publisher' }, new Date())).toBe('forbidden')
    expect(await undoChange(pause, { ...ada, role: 'publisher' }, new Date())).toBe('undone')
    expect(await read()).toEqual(slower)
    expect(await undoChange(await newest(), { ...ada, role: 'publisher' }, new Date())).toBe('undone')
    expect(await read()).toEqual({ ...slower, isPaused: true })
    expect(await undoChange(pause, ada, new Date())).toBe('undone')
    expect(await undoChange(hour, ada, new Date())).toBe('undone')
    expect(await read()).toEqual(start)

    await save({ redirectTo: 'one@charity.example' })
    expect(await undoChange(await newest(), ada, new Date())).toBe('undone')
    expect(await read()).toEqual(start)
    await save({ redirectTo: 'one@charity.example' })
    for (const redirectTo of ['two@charity.example', '']) {
      await save({ redirectTo })
      expect(await undoChange(await newest(), ada, new Date())).toBe('refused')
    }
    expect(await logOf()).not.toContain('@')
  })

  test('shows each letter with why it waits, and nothing of its visitor; retries and flags an address that fails twice', async () => {
    const { listLetterTasks, retryLetter, showLettersDesk } = await verbs()
    const letters = await office.confirmMany([{ email: 'one@visitor.example' }, { email: 'two@visitor.example' }])
    const mp = letters[0]?.mp
    office.behave({ to: (address) => (address === mp?.email ? '550 no such user' : null) })
    await office.sendDue()
    const desk = await showLettersDesk('publisher', new Date())
    expect(desk.refused.map(({ reason, constituency }) => [reason, constituency])).toEqual([
      ['unknown-mailbox', 'Manchester Central'],
      ['unknown-mailbox', 'Manchester Central'],
    ])
    expect(desk.refusals).toMatchObject([
      { address: mp?.email, isFlagged: true, reasons: [{ reason: 'unknown-mailbox', count: 2 }] },
    ])
    // The constituency's own page says it too.
    const { showSeatState } = await import('@/lib/desk/show-seat-state')
    expect(await showSeatState('manchester-central', new Date())).toMatchObject({
      refusal: { isFlagged: true, address: mp?.email },
    })
    expect((await showSeatState('bath', new Date()))?.refusal).toBeNull()
    for (const trace of ['visitor.example', 'Jo Smith', 'High Street', 'M1 1AE', 'Please help'])
      expect(JSON.stringify(desk)).not.toContain(trace)
    expect((await listLetterTasks('publisher')).map(({ text }) => text)).toEqual([
      'Letters were refused at the email address of 1 MP. Check it, and correct it in the directory.',
    ])
    expect(await listLetterTasks('editor')).toEqual([])
    office.behave({ to: () => '450 later' })
    expect(await retryLetter(letters[0]?.id ?? '', change())).toBe(true)
    await office.sendDue()
    const [waiting] = (await showLettersDesk('publisher', new Date())).waiting
    expect(waiting).toMatchObject({ id: letters[0]?.id, reason: 'greylisted', tries: 1 })
    office.behave({})
    expect(await retryLetter(letters[0]?.id ?? '', change())).toBe(true)
    await office.sendDue()
    expect(await retryLetter(letters[0]?.id ?? '', change())).toBe(false)
    expect(await office.db.letter.count({ where: { state: 'accepted' } })).toBe(1)
    // A corrected address is no longer flagged.
    await office.db.member.update({ where: { id: mp?.id ?? 0 }, data: { email: 'new@mp.example' } })
    expect((await showLettersDesk('publisher', new Date())).refusals).toEqual([])
    await office.moveMps()
  })

  test('erases at a visitor’s request, by any spelling of their mailbox, and logs the number only', async () => {
    const { eraseByEmail } = await verbs()
    await office.ask({ email: 'gone.soon+a@gmail.com' })
    await office.confirmed({ email: 'gonesoon@gmail.com' })
    const kept = await office.confirmed({ email: 'kept@visitor.example' })
    expect(await eraseByEmail('Gone.Soon@googlemail.com', change())).toMatchObject({ outcome: 'erased', left: 0 })
    const rows = await office.db.letter.findMany({ where: { OR: [{ text: { not: null } }, { email: { not: null } }] } })
    expect(rows.map(({ id }) => id)).toContain(kept.id)
    const { readEmail } = await import('@/lib/letters/read-letter')
    expect(rows.map(readEmail)).not.toContain('gonesoon@gmail.com')
    expect(await eraseByEmail('nonsense', change())).toMatchObject({ outcome: 'refused' })
    expect(await logOf()).not.toMatch(/gone|gmail/)
  })

  test('hides what few visitors say of an MP’s replies from everybody but admins', async () => {
    const { showLettersDesk } = await verbs()
    const seat = await office.db.seat.findFirstOrThrow({ where: { slug: 'bath' } })
    const answer = (at: number, reply: 'helpful' | 'notYet') => ({
      key: `key ${at}`,
      seatCode: seat.code,
      memberId: seat.memberId ?? 0,
      reply,
      day: '2026-11-26',
      isOwnMail: false,
    })
    await office.db.followUpAnswer.createMany({ data: [0, 1, 2, 3].map((at) => answer(at, at ? 'notYet' : 'helpful')) })
    expect((await showLettersDesk('publisher', new Date())).replyRates).toEqual([])
    expect((await showLettersDesk('admin', new Date())).replyRates).toMatchObject([
      { slug: 'bath', all: 4, rate: 0.25 },
    ])
    await office.db.followUpAnswer.createMany({ data: [answer(4, 'helpful')] })
    expect((await showLettersDesk('publisher', new Date())).replyRates).toMatchObject([{ all: 5, rate: 0.4 }])
  })
})
