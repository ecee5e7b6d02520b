import type { SeatTraits, RuleTemplates } from './rule'
import { composeSalutation } from '../../members/model/salutation'
import type { PostKind } from '../../members/model/post'
import type { Seat } from '../../members/model/seat'
import type { Campaign } from '../../campaign/model/campaign'
import { defaultReason } from './reasons'
import type { Minister } from './post'
import { bindTemplate, offerInstead, renderTemplate, type SeatVariable, type Template } from './template'

/** The seat a message is for, and its MP. */
export type MessageSeat = Pick<Seat, 'code' | 'name' | 'nation' | 'mp'>

/**
 * A message to the MP of one seat. The body still has gaps for the visitor, with what stands there instead of a name
 * or a reason: see `composeBody`. `minister` has a handle that the post may mention.
 */
export type Message = { post: string; subject: string; body: Template; minister: Minister | null }

/** A message as a page offers it. `ruleId`: whose it is; null for a shipped one, where no stored rule can be used. */
export type OfferedMessage = Message & { ruleId: number | null }

/** What rules are matched against. Party names are Parliament's. */
export function composeSeatTraits(
  { code, nation, mp }: MessageSeat,
  supporterIds: ReadonlySet<number>,
  { ministerMemberId }: Pick<Campaign, 'ministerMemberId'>,
): SeatTraits {
  const holds = (kind: PostKind) => (mp?.posts ?? []).some((post) => post.kind === kind)
  return {
    isSupporter: mp !== null && supporterIds.has(mp.id),
    nation,
    party: mp?.party ?? null,
    isSpeaker: mp?.party === 'Speaker',
    abstains: mp?.party === 'Sinn Féin',
    isVacant: mp === null,
    isMinister: mp !== null && mp.id === ministerMemberId,
    isInGovernment: holds('government'),
    isInOpposition: holds('opposition'),
    chairsCommittee: holds('chair'),
    constituencyCode: code,
  }
}

/** The values of the fields that don't depend on the visitor; those about the MP are '' while the seat is vacant. */
export function composeSeatValues(
  { name, nation, mp }: MessageSeat,
  { minister, ministerTitle, ministerHandle, hashtags, siteUrl }: Campaign,
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
    minister_handle: ministerHandle ? `@${ministerHandle}` : ministerTitle,
    hashtags: hashtags.join(' '),
    site_url: siteUrl,
  }
}

/** Fills in a rule's texts for a seat. */
export function composeMessage(templates: RuleTemplates, seat: MessageSeat, campaign: Campaign): Message {
  const values = composeSeatValues(seat, campaign)
  return {
    post: renderTemplate(templates.postText, values),
    subject: renderTemplate(templates.emailSubject, values),
    body: offerInstead(bindTemplate(templates.emailBody, values), {
      why_it_matters: defaultReason(seat.code, seat.nation),
      sender_name: `A constituent in ${seat.name}`,
    }),
    minister: campaign.ministerHandle ? { name: campaign.ministerTitle, xHandle: campaign.ministerHandle } : null,
  }
}
