import 'server-only'
import { composeReminder } from '../actions/model/follow-up'
import { getOrganisation } from '../campaign/get'
import { findSeatPage } from '../members/data/read-seed'
import { getSeat } from '../members/data/seats'
import { env } from '../shared/env'
import { log } from '../shared/log'
import { type ClaimedMail, deferMail, endMail, type MailKind } from './data/mails'
import { composeLink } from './links'
import {
  composeCopyMail,
  composeFollowUpMail,
  composeReceiptMail,
  composeReminderMail,
  composeReturnedMail,
  type MailFacts,
} from './model/mails'
import { judgeFailure, nextTry } from './model/retry'
import { composeMessageId } from './model/to-mp'
import type { LetterState } from './model/state'
import { readEmail, readText } from './read-letter'
import type { SendWith } from './send-letter'

const composers: Record<MailKind, (facts: MailFacts) => { subject: string; text: string }> = {
  copy: composeCopyMail,
  reminder: composeReminderMail,
  receipt: composeReceiptMail,
  returned: composeReturnedMail,
  followUp: composeFollowUpMail,
}

/** The state in which each email still makes sense. */
const timely: Record<MailKind, LetterState> = {
  copy: 'waiting',
  reminder: 'waiting',
  receipt: 'accepted',
  returned: 'refused',
  followUp: 'accepted',
}

/** Sends a claimed email to its visitor, and records how that ended. */
export async function sendVisitorMail(mail: ClaimedMail, { post, leaseId, redirectTo }: SendWith): Promise<void> {
  const { kind, letter } = mail
  const email = readEmail(letter)
  if (letter.state !== timely[kind] || email === null) return endMail(mail, leaseId, false, new Date())
  const { slug = '', name: constituency = '' } = findSeatPage(letter.seatCode) ?? {}
  const [seat, { name: organisation }] = await Promise.all([getSeat(slug), getOrganisation()])
  const mpName = seat?.mp?.id === letter.memberId ? seat.mp.name : 'your MP'
  const pageUrl = `${env.SITE_URL}/take-action/${slug}`
  const followUpUrl = composeLink('follow-up', letter)
  const facts: MailFacts = {
    mpName,
    constituency,
    pageUrl,
    letter: readText(letter),
    confirmUrl: composeLink('confirm', letter),
    followUpUrl,
    endedAt: letter.endedAt,
    isFollowUpAsked: letter.isFollowUpAsked,
    isRehearsal: redirectTo !== null,
    organisation,
  }
  const calendar = composeReminder({ mpName, constituency, siteUrl: pageUrl, now: letter.endedAt ?? new Date() })
  const sent = await post.send({
    ...composers[kind](facts),
    from: { name: 'Stable Futures', address: env.LETTERS_FROM },
    to: email,
    messageId: composeMessageId(letter.id, kind, env.LETTERS_FROM),
    isAutomatic: true,
    ...(kind === 'receipt' && { calendar }),
  })
  const now = new Date()
  if (sent.outcome === 'sent') return endMail(mail, leaseId, false, now)
  const answer = judgeFailure(sent.failure)
  log.warn({ kind, tries: mail.tries, ...answer }, 'could not send an email to a visitor')
  const again = answer.outcome === 'deferred' ? nextTry(mail.tries, mail.firstTryAt, now, Math.random()) : null
  return again ? deferMail(mail.id, leaseId, again) : endMail(mail, leaseId, true, now)
}
