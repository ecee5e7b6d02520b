import { randomBytes } from 'node:crypto'
import type { LetterRequest } from '@/lib/letters/request'
import { readToken, startPostOffice } from '../../fixtures/mail-server'
import { copyFilled } from '../copy-filled'
import { useDatabase as openDatabase } from '../databases'
import { newAddress } from '../staff/open-desk'

/** A constituency with its MP’s address outside Parliament, and a postcode in it. */
export const seats = {
  manchester: { slug: 'manchester-central', postcode: 'M1 1AE' },
  edinburgh: { slug: 'edinburgh-east-and-musselburgh', postcode: 'EH8 8DX' },
}

export const lettersKey = `test:${randomBytes(32).toString('base64')}`

/** A database and a mail server with which the site can send letters, and helpers to take a letter through it. */
export async function openPostOffice(settings: Record<string, string> = {}) {
  const office = await startPostOffice()
  const { db, close } = await openDatabase(copyFilled, {
    SMTP_URL: office.url,
    LETTERS_KEY: lettersKey,
    LETTERS_FROM: 'letters@stablefutures.example',
    SITE_URL: 'https://stablefutures.example',
    POSTCODES_IO_URL: '',
    ...settings,
  })
  const { getSeat } = await import('@/lib/members/data/seats')
  const { requestLetter } = await import('@/lib/letters/request')
  const { confirmSending } = await import('@/lib/letters/confirm')
  const { createOutbox } = await import('@/lib/letters/outbox')
  const { invalidateCaches } = await import('@/lib/shared/cache')
  const { hashToken } = await import('@/lib/letters/keys')
  const { nameTested } = await import('@/lib/letters/model/settings')
  const { getLetterServer } = await import('@/lib/letters/get-settings')

  /** Changes the settings of sending. */
  async function set(changes: Record<string, unknown> = {}) {
    const data = {
      version: 1,
      isOn: true,
      isPaused: false,
      redirectTo: null,
      perMpPerHour: 0,
      perHour: 0,
      testedWith: nameTested(getLetterServer()),
      testedAt: new Date(),
      updatedBy: '',
      updatedAt: new Date(),
      ...changes,
    }
    await db.letterSettings.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data })
    invalidateCaches()
  }
  await set()

  /** Gives MPs addresses that aren’t at Parliament. */
  async function moveMps(domain = 'mp.example') {
    await db.$executeRawUnsafe(`UPDATE "Member" SET "email" = 'mp' || "id" || '@${domain}'`)
    invalidateCaches()
  }
  await moveMps()

  /** Presses “Send it for me”. */
  async function ask(given: Partial<LetterRequest & { slug: string; now: Date }> = {}) {
    const { slug = seats.manchester.slug, now = new Date(), ...rest } = given
    const seat = await getSeat(slug)
    if (!seat?.mp) throw new Error(`no MP for ${slug}`)
    const request = {
      name: 'Jo Smith',
      address: '1 High Street',
      postcode: seats.manchester.postcode,
      subject: 'Guardians for trafficked children',
      body: `Dear ${seat.mp.name},\n\nPlease help.\n\nYours sincerely,\nJo Smith`,
      email: `jo${Math.random().toString(36).slice(2)}@visitor.example`,
      isFollowUpAsked: false,
      isChase: false,
      ruleId: null,
      ...rest,
    }
    const answer = await requestLetter(request, { seat, mp: seat.mp, allowedTexts: [], address: newAddress(), now })
    return { answer, request, mp: seat.mp, seat }
  }

  /** Sends all that is due now. */
  async function sendDue() {
    const outbox = createOutbox()
    outbox.look()
    await outbox.settle()
    await outbox.stop()
  }

  /** Presses the button behind the link that was mailed. */
  async function confirm(email: string, changes: { subject?: string; body?: string } = {}) {
    const token = readToken(office.to(email).at(-1)?.text)
    const { showLetter } = await import('@/lib/letters/show-letter')
    const view = await showLetter(token)
    const text = { subject: view?.text?.subject ?? '', body: view?.text?.body ?? '', ...changes }
    return { token, ...(await confirmSending({ token, ...text, address: newAddress(), now: new Date() })) }
  }

  /** Letters that are confirmed, and not sent yet. */
  async function confirmMany(many: Parameters<typeof ask>[0][]) {
    const asked = []
    for (const given of many) {
      asked.push(await ask(given))
      const outcome = asked.at(-1)?.answer.outcome
      if (outcome !== 'asked') throw new Error(JSON.stringify(asked.at(-1)?.answer))
    }
    await sendDue()
    const letters = []
    for (const each of asked) {
      const { outcome, token } = await confirm(each.request.email)
      if (outcome !== 'confirmed') throw new Error(outcome)
      const confirmHash = hashToken('confirm', token)
      const { id } = await db.letter.findUniqueOrThrow({ where: { confirmHash } })
      letters.push({ ...each, token, id })
    }
    return letters
  }

  /** A letter that is confirmed, and not sent yet. */
  async function confirmed(given: Parameters<typeof ask>[0] = {}) {
    const [letter] = await confirmMany([given])
    if (!letter) throw new Error('no letter')
    return letter
  }

  /** Lets what was put off be due. */
  const hurry = () =>
    db.letter.updateMany({ where: { state: 'confirmed' }, data: { nextTryAt: new Date(0), hasSlot: false } })

  const stop = async () => {
    await close()
    await office.stop()
  }
  return { ...office, db, set, moveMps, ask, sendDue, confirm, confirmMany, confirmed, hurry, createOutbox, stop }
}
