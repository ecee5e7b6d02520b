import 'server-only'
import { composeDraft, type Typed, weaveParts } from '../actions/model/typed'
import { getSeat } from '../members/data/seats'
import { getSeatMessage } from '../messages/get-for-seat'
import { toKnownRule } from '../messages/known-rules'
import { joinParts, splitLetter } from '../messages/model/letter'
import { noDetails, tidyDetails } from '../messages/model/visitor-details'
import { env } from '../shared/env'
import type { SendHereFields, SendHereState } from './model/send-here'
import { requestLetter } from './request'

type Given = SendHereFields & { slug: string; rule: number | null; typed: Typed; address: string; now: Date }

/**
 * Answers “Send it for me” on an MP’s page: puts the letter together as the page shows it, and stores it to be confirmed.
 * @param given not trusted; `rule` is the message that the page offered, `address` the visitor’s prefix
 */
export async function sendHere({ slug, rule, typed: given, address, now, ...fields }: Given): Promise<SendHereState> {
  const found = await getSeatMessage(slug, now)
  const mp = found?.seat.mp
  if (!found || !mp) return { outcome: 'closed', typed: given, ...fields }
  const { seat, message } = found
  const parts = splitLetter(message.body)
  const typed = { ...given, parts: weaveParts(parts, given) }
  const { sender_name, sender_address, sender_postcode, why_it_matters, local_link } = tidyDetails(typed.details)
  const { subject, body } = composeDraft(typed)
  const isOwn = (index: number) => parts[index]?.role === 'own-words'
  const allowedTexts = [
    joinParts(weaveParts(parts, { ...given, parts: [], details: noDetails }).map(({ was }) => was)),
    message.subject,
    env.SITE_URL,
    why_it_matters,
    local_link,
    ...typed.parts.flatMap(({ text }, index) => (isOwn(index) ? [text] : [])),
  ]
  const letter = { name: sender_name, address: sender_address, postcode: sender_postcode, subject, body }
  const context = { seat, mp, allowedTexts, address, now }
  const answer = await requestLetter({ ...letter, ...fields, isChase: false, ruleId: await toKnownRule(rule) }, context)
  switch (answer.outcome) {
    case 'refused':
      return { outcome: 'not-sent', problems: answer.problems, typed, ...fields }
    case 'wrong-constituency': {
      const elsewhere = await getSeat(answer.seat.slug, now)
      return {
        outcome: answer.outcome,
        elsewhere: { ...answer.seat, mpName: elsewhere?.mp?.name ?? null },
        typed,
        ...fields,
      }
    }
    case 'limited':
      return { outcome: 'too-many', typed, ...fields }
    case 'asked':
    case 'closed':
      return { outcome: answer.outcome, typed, ...fields }
  }
}
