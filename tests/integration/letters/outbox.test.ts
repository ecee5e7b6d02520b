import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onEachDatabase } from '../databases'
import { openPostOffice, seats } from './post-office'

onEachDatabase('the outbox', () => {
  let office: Awaited<ReturnType<typeof openPostOffice>>
  beforeAll(async () => {
    office = await openPostOffice()
  })
  afterEach(async () => {
    office.behave({})
    await office.set()
    await office.db.letterPace.deleteMany()
    await office.db.letter.deleteMany()
  })
  afterAll(() => office.stop())

  const find = (id: string) =>
    office.db.letter.findUniqueOrThrow({ where: { id }, include: { attempts: true, mails: true } })
  const idOf = (id: string) => `<${id}@stablefutures.example>`
  const lettersOf = (id: string) => office.arrived.filter(({ messageId }) => messageId === idOf(id))

  test('a letter arrives as its visitor wrote it, from us, with replies to them, and the visitor gets a receipt', async () => {
    const lines = [
      'Dear Afzal,',
      '',
      'Zoë wrote “naïve café” – and ½.',
      '.',
      '..two dots',
      'From here on: =3D and a trailing =',
      `A long line: ${'word '.repeat(400)}end`,
      'شكرا جزيلا',
      '',
      'Zoë',
    ]
    const { id, request, mp } = await office.confirmed({
      name: 'Zoë عائشة O’Neil',
      body: lines.join('\n'),
      subject: 'Für Kinder: “Guardians”',
      ruleId: 7,
    })
    await office.sendDue()
    const [letter, ...others] = lettersOf(id)
    expect(others).toEqual([])
    expect(letter?.recipients).toEqual([mp.email])
    expect(letter?.from?.value).toEqual([
      { name: 'Zoë عائشة O’Neil via Stable Futures', address: 'letters@stablefutures.example' },
    ])
    expect(letter?.replyTo?.value).toEqual([{ name: 'Zoë عائشة O’Neil', address: request.email }])
    expect(letter?.subject).toBe('Für Kinder: “Guardians”')
    expect(letter?.text?.split('\n').slice(0, lines.length)).toEqual(lines)
    expect(letter?.text).toContain('1 High Street\nM1 1AE\n')
    expect(letter?.html).toBe(false)
    expect(
      Math.max(...(letter?.raw.toString('latin1').split('\r\n') ?? []).map((line) => line.length)),
    ).toBeLessThanOrEqual(998)
    const receipt = office.to(request.email).at(-1)
    expect(receipt?.subject).toBe(`Your letter to ${mp.name} has arrived`)
    expect(receipt?.text).toContain('two to four weeks')
    expect(receipt?.attachments.map(({ contentType }) => contentType)).toEqual(['text/calendar'])
    expect(receipt?.headers.get('auto-submitted')).toBe('auto-generated')
    const row = await find(id)
    expect(row).toMatchObject({ state: 'accepted', email: null, leaseId: null })
    expect(row.attempts.map(({ outcome, address }) => [outcome, address])).toEqual([['accepted', mp.email]])
    expect((await office.db.sentLetter.findMany()).some(({ seatCode }) => seatCode === row.seatCode)).toBe(true)
    const { countSentByMessage } = await import('@/lib/letters/data/desk')
    expect(await countSentByMessage({ from: '2000-01-01', to: '2999-12-31' })).toEqual(new Map([[7, 1]]))
  })

  test('greylisting, a full mailbox and a server that drops the connection are tried again, under the same Message-ID', async () => {
    const { id } = await office.confirmed()
    const failures: [Parameters<typeof office.behave>[0], string][] = [
      [{ to: () => '451 4.7.1 greylisted, try again' }, 'greylisted'],
      [{ to: () => '452 4.2.2 mailbox full' }, 'mailbox-full'],
      [{ data: () => '421 shutting down' }, 'busy'],
      [{ data: () => 'drop' }, 'no-connection'],
    ]
    for (const [behaviour, reason] of failures) {
      office.behave(behaviour)
      await office.sendDue()
      const row = await find(id)
      expect(row).toMatchObject({ state: 'confirmed', reason })
      expect(row.nextTryAt?.getTime()).toBeGreaterThan(Date.now())
      await office.hurry()
    }
    office.behave({})
    await office.sendDue()
    expect(await find(id)).toMatchObject({ state: 'accepted', tries: 5, reason: null })
    expect(lettersOf(id)).toHaveLength(1)
  })

  test('a 5xx is final: nothing is tried again, and the visitor gets the text back', async () => {
    const { id, request, mp } = await office.confirmed()
    office.behave({ to: (address) => (address === mp.email ? '550 5.1.1 no such user' : null) })
    await office.sendDue()
    await office.hurry()
    await office.sendDue()
    const row = await find(id)
    expect(row).toMatchObject({ state: 'refused', reason: 'unknown-mailbox', tries: 1 })
    const back = office.to(request.email).at(-1)
    expect(back?.subject).toBe(`We couldn’t deliver your letter to ${mp.name}`)
    expect(back?.text).toContain('Please help.')
    expect(back?.text).toContain('https://stablefutures.example/take-action/manchester-central')
    expect(await office.db.sentLetter.count({ where: { seatCode: row.seatCode } })).toBeLessThanOrEqual(1)
  })

  test('after 48 hours without success it is given back', async () => {
    const { id } = await office.confirmed()
    office.behave({ to: () => '450 later' })
    await office.db.letter.update({
      where: { id },
      data: { firstTryAt: new Date(Date.now() - 48 * 3_600_000), tries: 20 },
    })
    await office.sendDue()
    expect(await find(id)).toMatchObject({ state: 'refused', reason: 'too-long-without-success' })
  })

  test('an MP gets letters at their pace, and others don’t wait for them', async () => {
    const letters = await office.confirmMany([{}, {}, {}, {}, seats.edinburgh])
    const [crowd, other] = [letters.slice(0, 4), letters[4]]
    await office.set({ perMpPerHour: 60 })
    await office.sendDue()
    expect(lettersOf(other?.id ?? '')).toHaveLength(1)
    const rows = await Promise.all(crowd.map(({ id }) => find(id)))
    expect(rows.filter(({ state }) => state === 'accepted')).toHaveLength(1)
    const slots = rows
      .flatMap(({ state, nextTryAt }) => (state === 'confirmed' ? [nextTryAt?.getTime() ?? 0] : []))
      .sort()
    const [first = 0] = slots
    expect(slots.map((slot) => slot - first)).toEqual([0, 60_000, 120_000])
    await office.set({ perMpPerHour: 60, perHour: 3_600 })
    await office.sendDue()
    expect(
      (await Promise.all(crowd.map(({ id }) => find(id)))).filter(({ state }) => state === 'accepted'),
    ).toHaveLength(1)
  })

  test('nothing leaves while sending is paused, and all of it afterwards', async () => {
    const { id } = await office.confirmed()
    await office.set({ isPaused: true })
    await office.sendDue()
    expect(lettersOf(id)).toEqual([])
    await office.set()
    await office.sendDue()
    expect(lettersOf(id)).toHaveLength(1)
  })

  test('in a rehearsal every letter goes to the mailbox of staff, and isn’t counted', async () => {
    const { id, request } = await office.confirmed()
    const counted = await office.db.sentLetter.findMany()
    await office.set({ redirectTo: 'rehearsal@charity.example' })
    await office.sendDue()
    expect(lettersOf(id).map(({ recipients }) => recipients)).toEqual([['rehearsal@charity.example']])
    expect(await office.db.sentLetter.findMany()).toEqual(counted)
    expect((await find(id)).attempts.map(({ outcome }) => outcome)).toEqual(['rehearsed'])
    expect(office.to(request.email).at(-1)?.text).toContain('This was a rehearsal')
  })

  test('no letter can leave for a real address of Parliament, whatever the directory and the settings say', async () => {
    const { id } = await office.confirmed()
    await office.moveMps('parliament.uk')
    const before = office.arrived.length
    await office.sendDue()
    expect(await find(id)).toMatchObject({ state: 'refused', reason: 'not-live' })
    const recipients = office.arrived.flatMap((mail) => mail.recipients)
    expect(recipients.filter((address) => address.endsWith('parliament.uk'))).toEqual([])
    expect(office.arrived.length).toBe(before + 1) // the letter back to its visitor
    await office.moveMps()
  })

  test('a letter that names an MP never goes to their successor', async () => {
    const { id } = await office.confirmed()
    await office.db.letter.update({ where: { id }, data: { memberId: 1 } })
    await office.sendDue()
    expect(await find(id)).toMatchObject({ state: 'refused', reason: 'no-address' })
  })

  test('several servers share the work: each letter is sent once', async () => {
    const ids = (await office.confirmMany(Array.from({ length: 12 }, () => ({})))).map(({ id }) => id)
    const outboxes = [office.createOutbox(), office.createOutbox(), office.createOutbox()]
    for (const outbox of outboxes) outbox.look()
    await Promise.all(outboxes.map((outbox) => outbox.settle()))
    await Promise.all(outboxes.map((outbox) => outbox.stop()))
    expect(ids.map((id) => lettersOf(id).length)).toEqual(ids.map(() => 1))
  })

  test('what a process had in hand when it died is sent by another after its lease, and the dead one writes nothing', async () => {
    const { id } = await office.confirmed()
    const { claimLetter, recordRefusal } = await import('@/lib/letters/data/outbox')
    const claim = await claimLetter(
      { id: 'dead', until: new Date(Date.now() + 60_000) },
      { perHour: 0, perMpPerHour: 0 },
      new Date(),
    )
    if (claim.outcome !== 'claimed') throw new Error(claim.outcome)
    await office.sendDue()
    expect(lettersOf(id)).toEqual([])
    await office.db.letter.update({ where: { id }, data: { leasedUntil: new Date(Date.now() - 1) } })
    await office.sendDue()
    expect(lettersOf(id)).toHaveLength(1)
    await recordRefusal({ letter: claim.letter, leaseId: 'dead', address: '', now: new Date() }, 'rejected')
    expect(await find(id)).toMatchObject({ state: 'accepted', tries: 2 })
  })
})
