import 'server-only'
import { randomBytes } from 'node:crypto'
import { answerBox } from '../members/answer-box'
import type { Mp, Seat } from '../members/model/seat'
import { isWithinLimit } from '../shared/limits'
import { type Problem, refuse, type Refused } from '../shared/model/result'
import { emailField } from '../staff/sign-in-link'
import { createLetter, type NewLetter } from './data/letters'
import { getSending } from './get-settings'
import { composeToken, hashToken } from './keys'
import { checkLetter, cleanLetter, type LetterText } from './model/content'
import { letterLimits } from './model/limits'
import { isDisposable, toMailbox } from './model/mailbox'
import { sealEmail, sealText } from './read-letter'

/** A letter that a visitor wants sent. Not trusted, but for `ruleId`, the message that it began as. */
export type LetterRequest = LetterText & {
  email: string
  isFollowUpAsked: boolean
  isChase: boolean
  ruleId: number | null
}

/** Where it is to go, and what links it may have: texts of the campaign, and what the visitor typed into the personal part. */
export type LetterContext = { seat: Seat; mp: Mp; allowedTexts: readonly string[]; address: string; now: Date }

/**
 * The answer to a visitor. `asked` says the same whoever’s mailbox it is and whatever it sent before: a copy is on its way
 * to it, or would be.
 */
export type RequestAnswer =
  | { outcome: 'asked' }
  | { outcome: 'wrong-constituency'; seat: { slug: string; name: string } }
  | { outcome: 'limited' }
  | { outcome: 'closed' }
  | Refused

/**
 * Stores a letter as waiting, with the copy for its visitor to confirm. The postcode has to lead to this constituency.
 * @param context `address` is the visitor’s prefix, for the limits
 */
export async function requestLetter(
  request: LetterRequest,
  { seat, mp, allowedTexts, address, now }: LetterContext,
): Promise<RequestAnswer> {
  const { isOffered } = await getSending()
  if (!isOffered || mp.email === null) return { outcome: 'closed' }
  const text = cleanLetter(request)
  const email = emailField.safeParse(request.email)
  const place = text.postcode === '' ? null : await answerBox(text.postcode)
  const problems = [
    ...checkLetter(text, allowedTexts),
    ...checkPostcode(place?.outcome ?? 'invalid'),
    ...(email.success
      ? checkEmail(email.data)
      : [{ field: 'sender_email', message: email.error.issues[0]?.message ?? '' }]),
  ]
  if (problems.length > 0 || !email.success) return refuse(...problems)
  if (place?.outcome === 'found' && place.seat.slug !== seat.slug)
    return { outcome: 'wrong-constituency', seat: place.seat }
  if (!isWithinLimit(letterLimits.fromConnection, address) || !isWithinLimit(letterLimits.forMp, String(mp.id)))
    return { outcome: 'limited' }
  // To say so would tell anyone who asks that this mailbox has written.
  const isKept = [
    isWithinLimit(letterLimits.forAddress, email.data),
    isWithinLimit(letterLimits.forMailbox, toMailbox(email.data)),
  ].every(Boolean)
  await store(text, email.data, { ...request, seatCode: seat.code, memberId: mp.id }, isKept, now)
  return { outcome: 'asked' }
}

function checkPostcode(outcome: string): Problem[] {
  if (outcome === 'found') return []
  const message =
    outcome === 'unavailable'
      ? 'We can’t look that postcode up right now. Try again in a few minutes, or use your own email.'
      : 'We couldn’t find that postcode. MPs only answer people who live in their constituency, so please check it.'
  return [{ field: 'sender_postcode', message }]
}

function checkEmail(email: string): Problem[] {
  return isDisposable(email)
    ? [
        {
          field: 'sender_email',
          message:
            'That looks like a throw-away address, and your MP’s reply would get lost. Please use one that you’ll still read in a month.',
        },
      ]
    : []
}

async function store(
  text: LetterText,
  email: string,
  rest: Pick<NewLetter, 'seatCode' | 'memberId' | 'isChase' | 'isFollowUpAsked' | 'ruleId'>,
  isKept: boolean,
  now: Date,
): Promise<void> {
  const id = randomBytes(16).toString('hex')
  const sealed = sealEmail(id, email)
  const hashOf = (purpose: 'confirm' | 'follow-up') => hashToken(purpose, composeToken(purpose, id, sealed) ?? '')
  const { seatCode, memberId, isChase, isFollowUpAsked, ruleId } = rest
  const letter = {
    id,
    seatCode,
    memberId,
    isChase,
    isFollowUpAsked,
    ruleId,
    text: sealText(id, text),
    email: sealed,
    confirmHash: hashOf('confirm'),
    followUpHash: hashOf('follow-up'),
  }
  await createLetter(letter, isKept, now)
}
