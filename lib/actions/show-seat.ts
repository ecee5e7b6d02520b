import 'server-only'
import { getDirectoryAge } from '../members/data/seats'
import { directorySeed, findShippedSeat } from '../members/data/read-seed'
import { hasGuardianAsk } from '../messages/model/asks'
import { composeSeatTraits, type Message } from '../messages/model/message'
import type { SeatTraits } from '../messages/model/rule'
import type { PageCounts } from './model/public-counts'
import type { Mp, Seat } from '../members/model/seat'
import { readWithFallback } from '../shared/fallback'
import { isParliamentDissolved } from '../campaign/get'
import { getPageCounts } from './get-counts'
import { composeShippedMessage } from '../messages/get'
import { getSeatMessage } from '../messages/get-for-seat'

/** The MP's relation to the campaign; the message rules use the same facts. */
type Standing = Pick<SeatTraits, 'isSupporter' | 'isSpeaker' | 'abstains'>

/** A seat's page: an MP to write to, or why there isn't one. */
export type SeatView = { seat: Seat; title: string; description: string } & (
  | ({ state: 'open'; mp: Mp; message: Message; counts: PageCounts | null; checkedAt: Date | null } & Standing)
  | { state: 'vacant' | 'dissolved' }
)

type Parts = Pick<Extract<SeatView, { state: 'open' }>, 'message' | 'counts' | 'checkedAt'> & {
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
  return parts && composeView(parts)
}

async function readParts(slug: string, now: Date): Promise<Parts | null> {
  const found = await getSeatMessage(slug, now)
  if (!found) return null
  const [age, counts] = await Promise.all([getDirectoryAge(), getPageCounts(found.seat.code, now)])
  return { ...found, counts, checkedAt: age?.checkedAt ?? null }
}

function takeShippedParts(slug: string, now: Date): Parts | null {
  const seat = findShippedSeat(slug)
  return (
    seat && {
      seat,
      message: composeShippedMessage(seat, now),
      counts: null,
      traits: composeSeatTraits(seat, new Set()),
      checkedAt: new Date(directorySeed().date),
    }
  )
}

async function composeView({ seat, message, counts, traits, checkedAt }: Parts): Promise<SeatView> {
  if (await isParliamentDissolved()) {
    return {
      seat,
      state: 'dissolved',
      title: `${seat.name} has no MP right now`,
      description: 'Parliament is dissolved for a general election.',
    }
  }
  if (!seat.mp) {
    return {
      seat,
      state: 'vacant',
      title: `${seat.name} has no MP right now`,
      description: `${seat.name} is waiting for a by-election.`,
    }
  }
  const { isSupporter, isSpeaker, abstains } = traits
  const ask = hasGuardianAsk(seat.nation)
    ? 'a guardian and a long-term plan for every trafficked and unaccompanied child'
    : 'a long-term plan for every child victim of trafficking'
  return {
    seat,
    state: 'open',
    title: `Write to ${seat.mp.name}, MP for ${seat.name}`,
    description: `Ask the MP for ${seat.name} to call for ${ask}.`,
    mp: seat.mp,
    message,
    counts,
    isSupporter,
    isSpeaker,
    abstains,
    checkedAt,
  }
}
