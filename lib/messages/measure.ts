import 'server-only'
import { type MeasuredMessage, measurePost, messageLimits, sampleDetails } from './model/measured'
import { composeMessage, composeSeatValues, type MessageSeat } from './model/message'
import { composePost } from './model/post'
import type { Campaign } from '../campaign/model/campaign'
import type { RuleTemplates } from './model/rule'
import { mailtoUrl } from './model/share-links'
import { listVariables } from './model/template'
import { composeBody, noDetails } from './model/visitor-details'

/** Renders a rule's texts for a seat, measures them and says what keeps them from being sent as they stand. */
export function measureMessage(templates: RuleTemplates, seat: MessageSeat, campaign: Campaign): MeasuredMessage {
  const { mp } = seat
  const values: Partial<Record<string, string>> = composeSeatValues(seat, campaign)
  const used = [...new Set(Object.values(templates).flatMap((template) => listVariables(template)))]
  const { post, subject, body: template, minister } = composeMessage(templates, seat, campaign)
  const body = composeBody(template, noDetails)
  const addressee = mp && { ...mp, minister }
  const postOnBluesky = addressee ? composePost(post, 'bluesky', addressee) : post
  const lengths = {
    ...(addressee ? measurePost(post, addressee) : { x: null, bluesky: null }),
    mailto: mp?.email ? mailtoUrl({ to: mp.email, subject, body: composeBody(template, sampleDetails) }).length : null,
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
