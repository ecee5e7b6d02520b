import 'server-only'
import { isWithinLimit } from '../shared/limits'
import { type Refused, refuse } from '../shared/model/result'
import { cancelWaiting, confirmLetter } from './data/letters'
import { hashMailbox } from './keys'
import { checkLetter, cleanLetter } from './model/content'
import { letterLimits } from './model/limits'
import { toMailbox } from './model/mailbox'
import { daysBefore, retention } from './model/retention'
import { readEmail, readText, sealText } from './read-letter'
import { findLetter } from './show-letter'

/** `gone`: the link was used, or the letter is erased; `too-soon`: this mailbox has written to this MP within a week. */
export type ConfirmAnswer =
  { outcome: 'confirmed' | 'gone' | 'too-soon' | 'limited' } | (Refused & { subject: string; body: string })

type Given = { token: unknown; subject: string; body: string; address: string; now: Date }

/**
 * Confirms a letter, with what its visitor has changed in it. It is sent from now on, whatever happens to this server.
 * @param given not trusted; `address` is the visitor’s prefix
 */
export async function confirmSending({ token, subject, body, address, now }: Given): Promise<ConfirmAnswer> {
  if (!isWithinLimit(letterLimits.answer, address)) return { outcome: 'limited' }
  const letter = await findLetter(token)
  const [stored, email] = letter ? [readText(letter), readEmail(letter)] : []
  if (!letter || letter.state !== 'waiting' || !stored || !email) return { outcome: 'gone' }
  const text = cleanLetter({ ...stored, subject, body })
  // Links are those it already had.
  const problems = checkLetter(text, [stored.subject, stored.body])
  if (problems.length > 0) return { ...refuse(...problems), subject: text.subject, body: text.body }
  const kept = {
    text: sealText(letter.id, text),
    mailboxKeys: hashMailbox(toMailbox(email), letter.memberId),
    keptUntil: daysBefore(now, -retention.mailboxKeyDays),
  }
  return { outcome: await confirmLetter(letter.id, kept, now) }
}

/** Cancels a waiting letter and erases it at once. @param token not trusted */
export async function cancelSending(
  token: unknown,
  address: string,
): Promise<{ outcome: 'cancelled' | 'gone' | 'limited' }> {
  if (!isWithinLimit(letterLimits.answer, address)) return { outcome: 'limited' }
  const letter = await findLetter(token)
  return { outcome: letter && (await cancelWaiting(letter.id)) ? 'cancelled' : 'gone' }
}
