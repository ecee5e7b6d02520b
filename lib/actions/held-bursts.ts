import 'server-only'
import { findSeatPage } from '../members/data/read-seed'
import { type BusySeat, countHeld, countUnknown, listBursts, listBusySeats, moveBurst } from './data/held'
import { composeBurstId, type HeldBurst, parseBurstId } from './model/burst'
import { addDays, toUkDay } from '../shared/model/uk-time'
import type { Change } from '../audit/model/actor'
import { unknownVisitor } from '../shared/visitor-address.mjs'

const maxBursts = 100
const minOpenedWhenBusy = 50

/** A burst with the name of its constituency. `isUnknown`: from visitors whose address is unknown. */
export type ShownBurst = HeldBurst & { id: string; constituency: string; isUnknown: boolean }

/** Unusual activity: the bursts waiting, largest first, and other signals from today. */
export type Unusual = {
  waiting: number
  bursts: ShownBurst[]
  busySeats: (BusySeat & { constituency: string })[]
  unknownToday: number
}

/** The number of messages waiting for staff to check. */
export function countWaiting(): Promise<number> {
  return countHeld()
}

/** Everything unusual that staff should look at. */
export async function getUnusual(now: Date): Promise<Unusual> {
  const today = toUkDay(now)
  const [waiting, bursts, busySeats, unknownToday] = await Promise.all([
    countHeld(),
    listBursts(maxBursts),
    listBusySeats(today, addDays(today, -28), minOpenedWhenBusy),
    countUnknown(today, unknownVisitor),
  ])
  return {
    waiting,
    bursts: bursts.map(show),
    busySeats: busySeats.map((seat) => ({ ...seat, constituency: nameOf(seat.seatCode) })),
    unknownToday,
  }
}

/**
 * One waiting burst; null when it isn't waiting.
 * @param id not trusted
 */
export async function findBurst(id: unknown): Promise<ShownBurst | null> {
  const burst = parseBurstId(id)
  const [found] = burst ? await listBursts(1, burst) : []
  return found ? show(found) : null
}

export type DecideAnswer = { outcome: 'released' | 'discarded' | 'gone' | 'refused' }

/**
 * Releases a burst, so that it counts on its own day, or discards it.
 * @param input not trusted: the burst's `id`, and a `decision`, `release` or `discard`
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
