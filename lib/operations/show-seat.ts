import 'server-only'
import { countActions } from '../data/counts'
import { getDirectoryAge, getSeat } from '../data/directory'
import { hasGuardianAsk, type Message } from '../domain/message'
import type { Mp, Seat } from '../domain/seat'
import { env } from '../env'
import { getMessage } from './get-message'

/** A seat's page: an MP to write to, or why there is none. */
export type SeatView = { seat: Seat; title: string; description: string } & (
  | { state: 'open'; mp: Mp; message: Message; counts: { toMp: number; toAll: number }; checkedAt: Date | null }
  | { state: 'vacant' | 'dissolved' }
)

/** What the page of a constituency shows; null when no seat has this slug. */
export async function showSeat(slug: string): Promise<SeatView | null> {
  const seat = await getSeat(slug)
  if (!seat) return null
  if (env.PARLIAMENT_DISSOLVED) {
    return { seat, state: 'dissolved', title: `${seat.name} has no MP right now`, description: 'Parliament is dissolved for a general election.' }
  }
  if (!seat.mp) {
    return { seat, state: 'vacant', title: `${seat.name} has no MP right now`, description: `${seat.name} is waiting for a by-election.` }
  }
  const [message, age, toMp, toAll] = await Promise.all([getMessage(seat), getDirectoryAge(), countActions('opened', seat.code), countActions('opened')])
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
    counts: { toMp, toAll },
    checkedAt: age?.checkedAt ?? null,
  }
}
