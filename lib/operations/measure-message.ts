import 'server-only'
import { addressOnBluesky, type Campaign, composeMessage, composeSeatValues, type MessageSeat } from '../domain/message'
import type { RuleTemplates } from '../domain/message-rule'
import { mailtoUrl } from '../domain/share-links'
import { listVariables } from '../domain/template'
import { composeBody } from '../domain/visitor-details'
import { blueskyLength, xLength } from '../post-length'

/** How long each may be: X's weighted characters, Bluesky's graphemes, characters that mail programs are sure to take. */
export const messageLimits = { x: 280, bluesky: 300, mailto: 1_800 } as const

/** A message as one seat's visitors get it, with the gaps that they fill; `postOnBluesky` names the other handle. */
export type MeasuredMessage = {
  post: string
  postOnBluesky: string
  subject: string
  body: string
  /** Of the ways in which the Member can be reached; null for the others. */
  lengths: Record<keyof typeof messageLimits, number | null>
  problems: string[]
}

/** Renders a rule's texts for a seat, measures them and says what keeps them from being sent as they stand. */
export function measureMessage(templates: RuleTemplates, seat: MessageSeat, campaign: Campaign): MeasuredMessage {
  const { mp } = seat
  const values: Partial<Record<string, string>> = composeSeatValues(seat, campaign)
  const used = [...new Set(Object.values(templates).flatMap((template) => listVariables(template)))]
  const { post, subject, body: template } = composeMessage(templates, seat, campaign)
  const body = composeBody(template, {})
  const postOnBluesky = mp ? addressOnBluesky(post, mp) : post
  const lengths = {
    x: mp?.xHandle ? xLength(post) : null,
    bluesky: mp?.blueskyHandle ? blueskyLength(postOnBluesky) : null,
    mailto: mp?.email ? mailtoUrl({ to: mp.email, subject, body }).length : null,
  }
  const { x, bluesky, mailto } = messageLimits
  const problems = [
    ...used.filter((name) => values[name]?.trim() === '').map((name) => `{${name}} is empty`),
    ...((lengths.x ?? 0) > x ? [`the post is ${lengths.x} long on X, of ${x}`] : []),
    ...((lengths.bluesky ?? 0) > bluesky ? [`the post is ${lengths.bluesky} long on Bluesky, of ${bluesky}`] : []),
    ...((lengths.mailto ?? 0) > mailto ? [`the mailto link has ${lengths.mailto} characters, of ${mailto}`] : []),
    ...(post.trimStart().startsWith('@') ? ['the post begins with a handle'] : []),
  ]
  return { post, postOnBluesky, subject, body, lengths, problems }
}
