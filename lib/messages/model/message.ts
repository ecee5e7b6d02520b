import type { RuleFacts, RuleTemplates } from './rule'
import { composeSalutation } from '../../members/model/salutation'
import type { Seat } from '../../members/model/seat'
import type { Campaign } from '../../campaign/model/campaign'
import { bindTemplate, renderTemplate, type SeatVariable, type Template } from './template'

/** The seat that a message is for, and who sits there. */
export type MessageSeat = Pick<Seat, 'code' | 'name' | 'nation' | 'mp'>

/** A message to the Member of one seat. The body still has the visitor's gaps: see `composeBody`. */
export type Message = { post: string; subject: string; body: Template }

/** Whether the guardian ask is for this nation: Scotland and Northern Ireland have guardians of their own. */
export function hasGuardianAsk(nation: string): boolean {
  return nation === 'England' || nation === 'Wales'
}

/** What the rules look at. Party names are Parliament's. */
export function composeRuleFacts({ code, nation, mp }: MessageSeat, supporterIds: ReadonlySet<number>): RuleFacts {
  return {
    isSupporter: mp !== null && supporterIds.has(mp.id),
    nation,
    party: mp?.party ?? null,
    isSpeaker: mp?.party === 'Speaker',
    abstains: mp?.party === 'Sinn Féin',
    isVacant: mp === null,
    constituencyCode: code,
  }
}

/** The value of each variable that does not depend on the visitor; what is about a Member is '' while there is none. */
export function composeSeatValues(
  { name, nation, mp }: MessageSeat,
  { minister, ministerHandle, hashtags, siteUrl }: Campaign,
): Record<SeatVariable, string> {
  const handle = mp?.xHandle ?? mp?.blueskyHandle
  return {
    mp_name: mp?.name ?? '',
    mp_salutation: mp ? composeSalutation(mp.name) : '',
    mp_handle: handle ? `@${handle}` : (mp?.name ?? ''),
    constituency: name,
    nation,
    party: mp?.party ?? '',
    minister,
    minister_handle: ministerHandle ? `@${ministerHandle}` : minister,
    hashtags: hashtags.join(' '),
    site_url: siteUrl,
  }
}

/** Fills a rule's texts for a seat. */
export function composeMessage(templates: RuleTemplates, seat: MessageSeat, campaign: Campaign): Message {
  const values = composeSeatValues(seat, campaign)
  return {
    post: renderTemplate(templates.postText, values),
    subject: renderTemplate(templates.emailSubject, values),
    body: bindTemplate(templates.emailBody, values),
  }
}

/** A post with the Member's X handle, which is letters, digits and underscores in either case, replaced by the Bluesky one, for Members who have both. */
export function addressOnBluesky(text: string, to: { xHandle: string | null; blueskyHandle: string | null }): string {
  const { xHandle, blueskyHandle } = to
  if (!xHandle || !blueskyHandle) return text
  // Without a look behind, which Safari has only since 16.4.
  return text.replace(
    new RegExp(`(^|\\W)@${xHandle}(?!\\w)`, 'gi'),
    (_found, before: string) => `${before}@${blueskyHandle}`,
  )
}
