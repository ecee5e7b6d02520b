import { constituencyNameKey } from './constituency'
import type { CurrentMember, DirectorySeat, FetchedMember } from './directory'

/** Something a sync could not settle; the seat or detail is left unchanged. */
export type DirectoryProblem =
  | { problem: 'unknown-constituency'; memberId: number; memberName: string; constituencyName: string }
  | { problem: 'seat-absent'; seatCode: string; seatName: string; memberName: string | null }
  | { problem: 'seat-claimed-twice'; seatCode: string; seatName: string; memberNames: readonly string[] }
  | { problem: 'contacts-failed'; memberId: number; memberName: string }

/** The Members listed for each seat, by ONS code; `placed` are the ones with no rival for theirs. */
export type SeatClaims = {
  bySeat: ReadonlyMap<string, readonly FetchedMember[]>
  placed: ReadonlySet<number>
  problems: readonly DirectoryProblem[]
}

/**
 * A seat's Member. `member` is their entry in Parliament's answer, or null when it says nothing new about them.
 */
type SettledSeat = { memberId: number | null; member: FetchedMember | null; problem: DirectoryProblem | null }

/** Seats with no listed Member, by name: each may be vacant, or the answer incomplete. */
export function listAbsentSeats(seats: readonly DirectorySeat[], members: readonly CurrentMember[]): DirectorySeat[] {
  const named = new Set(members.map(({ constituencyName }) => constituencyNameKey(constituencyName)))
  return seats.filter(({ name }) => !named.has(constituencyNameKey(name)))
}

/** Matches Members to seats by constituency name. When a person is listed twice, the first entry counts. */
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
 * Decides who holds a seat now.
 * @param vacantSeatCodes seats that Parliament has confirmed vacant
 * @param memberName the current holder, for the report
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

  // A Member can't hold two seats: being listed for another means they have left this one.
  const kept = memberId !== null && placed.has(memberId) ? null : memberId
  const problem: DirectoryProblem = member
    ? { problem: 'seat-claimed-twice', seatCode: code, seatName: name, memberNames: claimants.map((each) => each.name) }
    : { problem: 'seat-absent', seatCode: code, seatName: name, memberName }
  return { memberId: kept, member: null, problem }
}
