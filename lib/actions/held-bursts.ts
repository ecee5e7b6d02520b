import 'server-only'
import { findSeatPage } from '../members/data/facts'
import { type BusySeat, countHeld, countUnknown, listBursts, listBusySeats, moveBurst } from './data/held'
import { composeBurstId, type HeldBurst, parseBurstId } from './model/burst'
import { addDays, toUkDay } from '../shared/model/uk-time'
import type { Change } from '../audit/model/actor'
import { unknownVisitor } from '../shared/visitor-address.mjs'

const mostShown = 100
const leastOfBusy = 50

/** A burst with the name of its constituency. `isUnknown`: of visitors whose address is not known. */
export type ShownBurst = HeldBurst & { id: string; constituency: string; isUnknown: boolean }

/** What looks unusual: bursts that wait, the largest first, and other signs of today. */
export type Unusual = {
  waiting: number
  bursts: ShownBurst[]
  busySeats: (BusySeat & { constituency: string })[]
  unknownToday: number
}

/** How many messages wait for a check. */
export function countWaiting(): Promise<number> {
  return countHeld()
}

/** What staff should look at in what is counted and held. */
export async function getUnusual(now: Date): Promise<Unusual> {
  const today = toUkDay(now)
  const [waiting, bursts, busySeats, unknownToday] = await Promise.all([
    countHeld(),
    listBursts(mostShown),
    listBusySeats(today, addDays(today, -28), leastOfBusy),
    countUnknown(today, unknownVisitor),
  ])
  return {
    waiting,
    bursts: bursts.map(show),
    busySeats: busySeats.map((seat) => ({ ...seat, constituency: nameOf(seat.seatCode) })),
    unknownToday,
  }
}

/** One burst that waits; null when it does not. @param id not trusted */
export async function findBurst(id: unknown): Promise<ShownBurst | null> {
  const burst = parseBurstId(id)
  const [found] = burst ? await listBursts(1, burst) : []
  return found ? show(found) : null
}

export type DecideAnswer = { outcome: 'released' | 'discarded' | 'gone' | 'refused' }

/**
 * Lets a burst count on its own day, or sets it aside for good.
 * @param input not trusted: `id` of the burst, and `decision`, `release` or `discard`
 */
export async function decideBurst(input: { id: unknown; decision: unknown }, change: Change): Promise<DecideAnswer> {
  const burst = parseBurstId(input.id)
  const outcome = input.decision === 'release' ? 'released' : input.decision === 'discard' ? 'discarded' : null
  if (!burst || !outcome) return { outcome: 'refused' }
  const moved = await moveBurst(burst, { from: 'held', to: outcome, action: `held.${outcome}` }, change)
  return { outcome: moved > 0 ? outcome : 'gone' }
}

function show(burst: HeldBurst): ShownBurst {
  return {
    ...burst,
    id: composeBurstId(burst),
    constituency: nameOf(burst.seatCode),
    isUnknown: burst.prefix === unknownVisitor,
  }
}

function nameOf(seatCode: string): string {
  return findSeatPage(seatCode)?.name ?? seatCode
}
