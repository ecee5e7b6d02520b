import 'server-only'
import { composeChaseLetter } from '../actions/model/follow-up'
import { getCampaign } from '../campaign/get'
import { getSeat } from '../members/data/seats'
import type { Mp, Seat } from '../members/model/seat'
import { composeSalutation } from '../members/model/salutation'
import { isWithinLimit } from '../shared/limits'
import { findAnswer, writeAnswer } from './data/answers'
import { findByFollowUpHash } from './data/letters'
import { hashToken } from './keys'
import { type FollowUpLink, parseReply, type Reply } from './model/follow-up'
import { letterLimits } from './model/limits'
import { findSeatPage } from '../members/data/read-seed'
import { isToken } from './show-letter'

/** The letter that a follow-up link is about, and the answer so far. `mp` is null once they have left. */
export type FollowUpView = {
  key: string
  seat: Seat
  mp: Mp | null
  memberId: number
  sentOn: Date
  /** They sent it with their own mail program. */
  isOwnMail: boolean
  reply: Reply | null
  chase: { subject: string; body: string } | null
}

/**
 * Shows what a follow-up link asks, and changes nothing: mail scanners open links.
 * @param link not trusted
 * @returns null when the link leads to no letter that was accepted, or is too old
 */
export async function showFollowUp(link: FollowUpLink, now: Date): Promise<FollowUpView | null> {
  const { token } = link
  if (!isToken(token)) return showOwn(link, now)
  const key = hashToken('follow-up', token)
  const letter = await findByFollowUpHash(key)
  const seat = letter && (await getSeat(findSeatPage(letter.seatCode)?.slug ?? '', now))
  if (!seat || !letter.endedAt) return null
  const { memberId, endedAt: sentOn } = letter
  return compose({ key, seat, memberId, sentOn, isOwnMail: false }, now)
}

const keptDays = 366

// A link of their own: it says itself what it is about.
async function showOwn({ own, seat: slug = '', to, sent = '' }: FollowUpLink, now: Date): Promise<FollowUpView | null> {
  const sentOn = /^\d{4}-\d\d-\d\d$/.test(sent) ? new Date(`${sent}T12:00:00Z`) : new Date(NaN)
  const age = (now.getTime() - sentOn.getTime()) / 86_400_000
  const memberId = Number(to)
  if (!isToken(own) || !(age > -1 && age < keptDays) || !Number.isSafeInteger(memberId)) return null
  const seat = await getSeat(slug, now)
  return seat && compose({ key: hashToken('own-mail', own), seat, memberId, sentOn, isOwnMail: true }, now)
}

type About = Pick<FollowUpView, 'key' | 'seat' | 'memberId' | 'sentOn' | 'isOwnMail'>

async function compose(about: About, now: Date): Promise<FollowUpView> {
  const { key, seat, memberId, sentOn } = about
  const mp = seat.mp?.id === memberId ? seat.mp : null
  const [reply, { minister }] = await Promise.all([findAnswer(key), getCampaign(now)])
  const chase = mp ? composeChase(mp, seat, minister, sentOn) : null
  return { ...about, mp, reply, chase }
}

/** The letter that asks again, as far as it is the same for everyone: the visitor’s name and address go under it. */
function composeChase(mp: Mp, seat: Seat, minister: string, sentOn: Date): { subject: string; body: string } {
  const { subject, body } = composeChaseLetter({
    salutation: composeSalutation(mp.name),
    constituency: seat.name,
    minister,
    sentOn,
    details: {},
  })
  return { subject, body: body.slice(0, body.lastIndexOf('\n\nYours sincerely')) }
}

/**
 * Records whether the MP replied; the last answer counts.
 * @param given not trusted; `address` is the visitor’s prefix
 */
export async function answerFollowUp(
  given: { link: FollowUpLink; reply: unknown; address: string },
  now: Date,
): Promise<{ outcome: 'answered'; reply: Reply } | { outcome: 'gone' | 'limited' }> {
  if (!isWithinLimit(letterLimits.answer, given.address)) return { outcome: 'limited' }
  const reply = parseReply(given.reply)
  const view = await showFollowUp(given.link, now)
  // Whom a link of their own names is only believed where it is true.
  if (!view || !reply || (view.isOwnMail && !view.mp)) return { outcome: 'gone' }
  const { key, memberId, seat, isOwnMail } = view
  await writeAnswer({ key, memberId, seatCode: seat.code, reply, isOwnMail }, now)
  return { outcome: 'answered', reply }
}
