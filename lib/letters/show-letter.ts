import 'server-only'
import { findSeatPage } from '../members/data/read-seed'
import { getSeat } from '../members/data/seats'
import { findByConfirmHash, type StoredLetter } from './data/letters'
import { hashToken } from './keys'
import type { LetterText } from './model/content'
import type { LetterState } from './model/state'
import { readText } from './read-letter'

/** What the page behind a confirm link shows. `text` is null once it is erased. */
export type LetterView = {
  state: LetterState
  text: LetterText | null
  mpName: string
  seat: { slug: string; name: string }
  confirmedAt: Date | null
  endedAt: Date | null
  isFollowUpAsked: boolean
}

/**
 * Shows the letter of a confirm link, and changes nothing: mail scanners open links.
 * @param token not trusted
 * @returns null when the link leads to no letter, or the letter is erased
 */
export async function showLetter(token: unknown): Promise<LetterView | null> {
  const letter = await findLetter(token)
  if (!letter) return null
  const { state, confirmedAt, endedAt, isFollowUpAsked } = letter
  return { state, confirmedAt, endedAt, isFollowUpAsked, text: readText(letter), ...(await describeRecipient(letter)) }
}

/** The letter of a confirm link. @param token not trusted */
export async function findLetter(token: unknown): Promise<StoredLetter | null> {
  return isToken(token) ? findByConfirmHash(hashToken('confirm', token)) : null
}

/** Whether something has the form of a token. */
export function isToken(token: unknown): token is string {
  return typeof token === 'string' && /^[\w-]{43}$/.test(token)
}

/** The MP that a letter is for, or “your MP” once they have left, and the constituency. */
export async function describeRecipient({
  seatCode,
  memberId,
}: Pick<StoredLetter, 'seatCode' | 'memberId'>): Promise<Pick<LetterView, 'mpName' | 'seat'>> {
  const seat = findSeatPage(seatCode) ?? { slug: '', name: '' }
  const { mp } = (await getSeat(seat.slug)) ?? {}
  return { seat, mpName: mp?.id === memberId ? mp.name : 'your MP' }
}
