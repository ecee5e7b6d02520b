import 'server-only'
import { getOrganisation, isParliamentDissolved } from '../campaign/get'
import { findSeatPage } from '../members/data/read-seed'
import { getSeat } from '../members/data/seats'
import { env } from '../shared/env'
import { log } from '../shared/log'
import type { Post } from '../staff/mail/post'
import { type ClaimedLetter, recordAcceptance, recordDeferral, recordRefusal } from './data/outbox'
import { judgeFailure, nextTry, type SendAnswer } from './model/retry'
import { composeLetterToMp, composeMessageId } from './model/to-mp'
import { readEmail, readText } from './read-letter'

/** What all letters are sent with. */
export type SendWith = { post: Post; leaseId: string; redirectTo: string | null }

/**
 * Sends a claimed letter to the MP of its constituency and records how that ended. Whatever happens, the letter is
 * accepted, refused or due again afterwards; only a database that doesn’t answer leaves it to the end of its lease.
 */
export async function sendLetter(letter: ClaimedLetter, { post, leaseId, redirectTo }: SendWith): Promise<void> {
  const { address, answer } = await trySending(letter, post, redirectTo)
  const now = new Date()
  const ending = { letter, leaseId, address, now }
  if (answer.outcome === 'accepted') return recordAcceptance(ending, redirectTo !== null)
  log.warn({ seat: letter.seatCode, tries: letter.tries, ...answer }, 'could not send a letter')
  if (answer.outcome === 'refused') return recordRefusal(ending, answer.reason)
  const again = nextTry(letter.tries, letter.firstTryAt, now, Math.random())
  return again ? recordDeferral(ending, answer.reason, again) : recordRefusal(ending, 'too-long-without-success')
}

async function trySending(
  letter: ClaimedLetter,
  post: Post,
  redirectTo: string | null,
): Promise<{ address: string; answer: SendAnswer }> {
  const { slug = '' } = findSeatPage(letter.seatCode) ?? {}
  const [seat, isDissolved, { name: organisation }] = await Promise.all([
    getSeat(slug),
    isParliamentDissolved(),
    getOrganisation(),
  ])
  const mp = isDissolved ? null : seat?.mp
  // The letter names its MP: a successor gets none of it.
  if (!mp?.email || mp.id !== letter.memberId)
    return { address: '', answer: { outcome: 'refused', reason: 'no-address' } }
  const [text, email] = [readText(letter), readEmail(letter)]
  // A key that is missing may come back.
  if (!text || !email) return { address: mp.email, answer: { outcome: 'deferred', reason: 'unreadable' } }
  const { fromName, ...composed } = composeLetterToMp(text, env.SITE_URL, organisation)
  const sent = await post.send({
    ...composed,
    from: { name: fromName, address: env.LETTERS_FROM },
    replyTo: { name: text.name, address: email },
    to: mp.email,
    messageId: composeMessageId(letter.id, 'letter', env.LETTERS_FROM),
    redirectTo,
  })
  return { address: mp.email, answer: sent.outcome === 'sent' ? { outcome: 'accepted' } : judgeFailure(sent.failure) }
}
