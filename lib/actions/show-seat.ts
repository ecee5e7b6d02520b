import 'server-only'
import { listSourcedDetails } from '../members/data/desk'
import { getPostsAge } from '../members/data/posts'
import { getDirectoryAge } from '../members/data/seats'
import { directorySeed, findShippedSeat } from '../members/data/read-seed'
import { hasGuardianAsk } from '../messages/model/asks'
import { composeSeatTraits, type OfferedMessage } from '../messages/model/message'
import type { SeatTraits } from '../messages/model/rule'
import type { PageCounts } from './model/public-counts'
import type { Mp, Seat } from '../members/model/seat'
import type { SourcedDetail } from '../members/model/sourced-details'
import { listOutcodes } from '../postcodes/list-outcodes'
import { readWithFallback } from '../shared/fallback'
import { getCampaign, getFirstCampaign, isParliamentDissolved } from '../campaign/get'
import { getPageCounts } from './get-counts'
import { composeShippedMessage } from '../messages/get'
import { getSeatMessage } from '../messages/get-for-seat'

/** The MP's relation to the campaign; the message rules use the same facts. */
type Standing = Pick<SeatTraits, 'isSupporter' | 'isSpeaker' | 'abstains' | 'isMinister' | 'isInGovernment'>

const maxAgeMs = 14 * 86_400_000

/** A seat's page: an MP to write to, or why there isn't one. */
export type SeatView = { seat: Seat; title: string; description: string } & (
  | ({
      state: 'open'
      mp: Mp
      message: OfferedMessage
      minister: string
      /** The first halves of the constituency’s postcodes, as `listOutcodes` has them. */
      outcodes: string[]
      counts: PageCounts | null
      /** Where each detail of the MP comes from. */
      details: SourcedDetail[]
      checkedAt: Date | null
      /** When the lists of posts were last read; null before the first time. */
      postsCheckedAt: Date | null
      /** Nobody has checked the MP's details with Parliament for two weeks. */
      isOld: boolean
    } & Standing)
  | { state: 'vacant' | 'dissolved' }
)

type Parts = Pick<
  Extract<SeatView, { state: 'open' }>,
  'message' | 'minister' | 'counts' | 'details' | 'checkedAt' | 'postsCheckedAt'
> & {
  seat: Seat
  traits: Standing
}

/**
 * What a constituency's page shows now; null when no seat has this slug. If the database is unavailable, it uses the
 * facts shipped with the site, without counts.
 */
export async function showSeat(slug: string, now: Date): Promise<SeatView | null> {
  const parts = await readWithFallback(
    () => readParts(slug, now),
    () => takeShippedParts(slug, now),
  )
  return parts && composeView(parts, now)
}

async function readParts(slug: string, now: Date): Promise<Parts | null> {
  const found = await getSeatMessage(slug, now)
  if (!found) return null
  const { code } = found.seat
  const [age, postsCheckedAt, details, counts, { minister }] = await Promise.all([
    getDirectoryAge(),
    getPostsAge(),
    listSourcedDetails([code], now),
    getPageCounts(code, now),
    getCampaign(now),
  ])
  return {
    ...found,
    minister,
    details: details.get(code) ?? [],
    counts,
    checkedAt: age?.checkedAt ?? null,
    postsCheckedAt,
  }
}

function takeShippedParts(slug: string, now: Date): Parts | null {
  const seat = findShippedSeat(slug)
  return (
    seat && {
      seat,
      message: composeShippedMessage(seat, now),
      minister: getFirstCampaign(now).minister,
      details: [],
      counts: null,
      traits: composeSeatTraits(seat, new Set(), getFirstCampaign(now)),
      checkedAt: new Date(directorySeed().date),
      postsCheckedAt: null,
    }
  )
}

async function composeView(
  { seat, message, minister, details, counts, traits, checkedAt, postsCheckedAt }: Parts,
  now: Date,
): Promise<SeatView> {
  if (await isParliamentDissolved()) {
    return {
      seat,
      state: 'dissolved',
      title: `${seat.name} has no MP right now`,
      description: `Parliament is dissolved, so nobody is the MP for ${seat.name} until the general election.`,
    }
  }
  if (!seat.mp) {
    return {
      seat,
      state: 'vacant',
      title: `${seat.name} has no MP right now`,
      description: `${seat.name} has no MP until a by-election. Ask the candidates what they would do for trafficked children.`,
    }
  }
  const { isSupporter, isSpeaker, abstains, isMinister, isInGovernment } = traits
  const ask = hasGuardianAsk(seat.nation)
    ? 'a guardian for every trafficked and unaccompanied child, and a long-term plan'
    : 'a long-term plan for every child victim of trafficking'
  return {
    seat,
    state: 'open',
    ...describe(seat.name, seat.mp.name, ask, traits),
    mp: seat.mp,
    message,
    minister,
    outcodes: listOutcodes(seat.code),
    details,
    counts,
    isSupporter,
    isSpeaker,
    abstains,
    isMinister,
    isInGovernment,
    checkedAt,
    postsCheckedAt,
    isOld: checkedAt !== null && now.getTime() - checkedAt.getTime() > maxAgeMs,
  }
}

function describe(
  constituency: string,
  mp: string,
  ask: string,
  { isSupporter, isSpeaker }: Standing,
): { title: string; description: string } {
  const title = `Write to ${mp}, MP for ${constituency}`
  if (isSpeaker)
    return { title, description: `Ask the Speaker, as the MP for ${constituency}, to pass on your call for ${ask}.` }
  if (isSupporter)
    return {
      title: `Thank ${mp}, MP for ${constituency}`,
      description: `The MP for ${constituency} supports this campaign. Say thank you, and ask them to press for ${ask}.`,
    }
  return { title, description: `Ask the MP for ${constituency} to call for ${ask}.` }
}
