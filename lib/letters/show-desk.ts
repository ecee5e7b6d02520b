import 'server-only'
import { findSeatPage } from '../members/data/read-seed'
import { listSeatsWithMp } from '../members/data/seats'
import { addDays, toUkDay } from '../shared/model/uk-time'
import { isAtLeast, type Role } from '../staff/model/staff'
import { countAnswers } from './data/answers'
import {
  countAccepted,
  countQueue,
  countSent,
  listLetters,
  listRefusals,
  listStates,
  type QueuedLetter,
} from './data/desk'
import { readLetterSettings, type StoredLetterSettings } from './data/settings'
import { getLetterServer } from './get-settings'
import { fewestAnswers, rateReplies, replies, type ReplyTally } from './model/follow-up'
import { daysBefore, hoursAfter } from './model/retention'
import { listMissing } from './model/settings'
import { letterStates, type LetterState } from './model/state'

const shownDays = 14
const failuresToFlag = 2

/** A letter in a list, with its constituency’s name. */
export type ListedLetter = QueuedLetter & { constituency: string }

/** An address that letters were refused at. `isFlagged`: so often that someone should look. */
export type Refusal = {
  mpName: string
  slug: string
  address: string
  reasons: { reason: string | null; count: number }[]
  isFlagged: boolean
}

/** The desk’s page of letters. Nothing in it is about a visitor. */
export type LettersDesk = {
  settings: StoredLetterSettings
  missing: string[]
  queue: { waiting: number; oldestConfirmedAt: Date | null }
  lastHour: number
  sent: number
  days: { day: string; counts: Record<LetterState, number> }[]
  waiting: ListedLetter[]
  refused: ListedLetter[]
  refusals: Refusal[]
  replyRates: { mpName: string; slug: string; tally: ReplyTally; all: number; rate: number | null }[]
}

/** What staff see of the letters. @param role below an admin, answers about an MP are hidden while there are few */
export async function showLettersDesk(role: Role, now: Date): Promise<LettersDesk> {
  const [settings, queue, letters, states, lastHour, sent, refusals, replyRates] = await Promise.all([
    readLetterSettings(),
    countQueue(),
    listLetters(),
    listStates(daysBefore(now, shownDays)),
    countAccepted(hoursAfter(now, -1)),
    countSent(),
    listFailingAddresses(),
    rateMps(role),
  ])
  const name = (letter: QueuedLetter) => ({ ...letter, constituency: findSeatPage(letter.seatCode)?.name ?? '' })
  return {
    settings,
    missing: listMissing(settings, getLetterServer()),
    queue,
    lastHour,
    sent,
    days: countByDay(states, now),
    waiting: letters.waiting.map(name),
    refused: letters.refused.map(name),
    refusals,
    replyRates,
  }
}

function countByDay(states: { state: LetterState; createdAt: Date }[], now: Date): LettersDesk['days'] {
  const days = Array.from({ length: shownDays }, (_, at) => addDays(toUkDay(now), -at))
  return days.map((day) => {
    const ofDay = states.filter(({ createdAt }) => toUkDay(createdAt) === day)
    const count = (state: LetterState) => ofDay.filter((each) => each.state === state).length
    const counts = Object.fromEntries(letterStates.map((state) => [state, count(state)]))
    return { day, counts: counts as Record<LetterState, number> }
  })
}

/**
 * The addresses of MPs at which letters were refused, the worst first. Only those that the directory still has: once one
 * is corrected, it is no longer flagged.
 */
export async function listFailingAddresses(): Promise<Refusal[]> {
  const [groups, seats] = await Promise.all([listRefusals(), listSeatsWithMp()])
  return seats
    .flatMap(({ slug, mp }) => {
      const own = groups.filter(({ memberId, address }) => memberId === mp?.id && address === mp.email)
      const failures = own.reduce((sum, { count }) => sum + count, 0)
      if (!mp?.email || failures === 0) return []
      const reasons = own.map(({ reason, count }) => ({ reason, count }))
      return [{ mpName: mp.name, slug, address: mp.email, reasons, failures, isFlagged: failures >= failuresToFlag }]
    })
    .sort((a, b) => b.failures - a.failures)
}

async function rateMps(role: Role): Promise<LettersDesk['replyRates']> {
  const [groups, seats] = await Promise.all([countAnswers(), listSeatsWithMp()])
  return seats.flatMap(({ slug, mp }) => {
    const own = groups.filter(({ memberId }) => memberId === mp?.id)
    const of = (reply: string) => own.find((each) => each.reply === reply)?.count ?? 0
    const tally = Object.fromEntries(replies.map((reply) => [reply, of(reply)])) as ReplyTally
    const all = replies.reduce((sum, reply) => sum + tally[reply], 0)
    if (!mp || all === 0 || (all < fewestAnswers && !isAtLeast(role, 'admin'))) return []
    return [{ mpName: mp.name, slug, tally, all, rate: rateReplies(tally) }]
  })
}
