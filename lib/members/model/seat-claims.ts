import { constituencyNameKey } from './constituency'
import type { CurrentMember, DirectorySeat, FetchedMember } from './directory'

/** What a sync could not settle; it leaves those seats and details as they are. */
export type DirectoryProblem =
  | { problem: 'unknown-constituency'; memberId: number; memberName: string; constituencyName: string }
  | { problem: 'seat-absent'; seatCode: string; seatName: string; memberName: string | null }
  | { problem: 'seat-claimed-twice'; seatCode: string; seatName: string; memberNames: readonly string[] }
  | { problem: 'contacts-failed'; memberId: number; memberName: string }

/** Who is listed for which seat, by ONS code; `placed` are those who are alone in being listed for theirs. */
export type SeatClaims = {
  bySeat: ReadonlyMap<string, readonly FetchedMember[]>
  placed: ReadonlySet<number>
  problems: readonly DirectoryProblem[]
}

/** Who a seat's Member is; `member` when Parliament's answer says so, null when nothing new is known of them. */
type SettledSeat = { memberId: number | null; member: FetchedMember | null; problem: DirectoryProblem | null }

/** Seats, by name, that no listed Member sits for: each may be vacant, or the answer may be incomplete. */
export function listAbsentSeats(seats: readonly DirectorySeat[], members: readonly CurrentMember[]): DirectorySeat[] {
  const named = new Set(members.map(({ constituencyName }) => constituencyNameKey(constituencyName)))
  return seats.filter(({ name }) => !named.has(constituencyNameKey(name)))
}

/** Joins Members with seats by the constituency's name. Of a person who is listed twice the first entry counts. */
export function claimSeats(seats: readonly DirectorySeat[], members: readonly FetchedMember[]): SeatClaims {
  const codes = new Map(seats.map(({ name, code }) => [constituencyNameKey(name), code]))
  const bySeat = new Map<string, FetchedMember[]>()
  const problems: DirectoryProblem[] = []
  const seen = new Set<number>()
  for (const member of members) {
    const { id, name, constituencyName } = member
    if (seen.has(id)) continue
    seen.add(id)
    const code = codes.get(constituencyNameKey(constituencyName))
    if (code === undefined) {
      problems.push({ problem: 'unknown-constituency', memberId: id, memberName: name, constituencyName })
    } else bySeat.set(code, [...(bySeat.get(code) ?? []), member])
  }
  const alone = [...bySeat.values()].filter(({ length }) => length === 1).flat()
  return { bySeat, placed: new Set(alone.map(({ id }) => id)), problems }
}

/**
 * Decides who sits in a seat now.
 * @param vacantSeatCodes seats whose vacancy Parliament confirmed
 * @param memberName of whoever sits there so far, for the report
 */
export function settleSeat(
  { code, name, memberId }: DirectorySeat,
  { bySeat, placed }: SeatClaims,
  vacantSeatCodes: ReadonlySet<string>,
  memberName: string | null,
): SettledSeat {
  const claimants = bySeat.get(code) ?? []
  const [member] = claimants
  if (member && claimants.length === 1) {
    const failed: DirectoryProblem = { problem: 'contacts-failed', memberId: member.id, memberName: member.name }
    return { memberId: member.id, member, problem: member.contacts ? null : failed }
  }
  if (!member && vacantSeatCodes.has(code)) return { memberId: null, member: null, problem: null }

  // Nobody holds two seats: who is listed for another has left this one.
  const kept = memberId !== null && placed.has(memberId) ? null : memberId
  const problem: DirectoryProblem = member
    ? { problem: 'seat-claimed-twice', seatCode: code, seatName: name, memberNames: claimants.map((each) => each.name) }
    : { problem: 'seat-absent', seatCode: code, seatName: name, memberName }
  return { memberId: kept, member: null, problem }
}
