import type { Directory, DirectoryChange, DirectoryMember, DirectorySyncPlan, FetchedMember } from './directory'
import { newMember, updateMember } from './member'
import { claimSeats, settleSeat, type DirectoryProblem } from './seat-claims'

/** Parliament's answer; `today` is YYYY-MM-DD. */
export type FetchedDirectory = {
  members: readonly FetchedMember[]
  vacantSeatCodes: ReadonlySet<string> // seats that Parliament has confirmed vacant
  today: string
}

/** Rows to write, changes to record, and problems that the answer leaves unsettled. */
export type DirectoryDiff = Pick<DirectorySyncPlan, 'seats' | 'people' | 'changes'> & {
  problems: readonly DirectoryProblem[]
}

/**
 * Compares the directory with Parliament's answer. A seat changes hands only when exactly one Member is listed
 * for it, when its vacancy is confirmed, or when its Member is listed for another seat. Idempotent: after
 * applying the result, a second comparison finds nothing to write.
 */
export function diffDirectory(current: Directory, fetched: FetchedDirectory): DirectoryDiff {
  const known = new Map(current.members.map((member) => [member.id, member]))
  const claims = claimSeats(current.seats, fetched.members)
  const people = new Map(known)
  const seats: { code: string; memberId: number | null }[] = []
  const changes: DirectoryChange[] = []
  const problems: DirectoryProblem[] = [...claims.problems]
  const seated = new Set<number>()

  for (const seat of current.seats) {
    const memberBefore = seat.memberId === null ? undefined : known.get(seat.memberId)
    const settled = settleSeat(seat, claims, fetched.vacantSeatCodes, memberBefore?.name ?? null)
    if (settled.problem) problems.push(settled.problem)
    if (settled.member) {
      const row = known.get(settled.member.id)
      const updated = row ? updateMember(row, settled.member, seat.code) : newMember(settled.member)
      people.set(updated.member.id, updated.member)
      changes.push(...updated.changes)
    }
    const { memberId } = settled
    if (memberId !== null) seated.add(memberId)
    if (memberId === seat.memberId) continue
    seats.push({ code: seat.code, memberId })
    const about = memberId ?? seat.memberId
    const after = memberId === null ? undefined : people.get(memberId)
    if (about !== null) {
      changes.push({
        seatCode: seat.code,
        memberId: about,
        field: 'member',
        before: memberBefore?.name ?? null,
        after: after?.name ?? null,
      })
    }
  }

  const listed = new Set(fetched.members.map(({ id }) => id))
  const rows = [...people.values()].map((member) => markLeaving(member, seated, listed, fetched.today))
  return { seats, people: rows.filter((row) => !isSame(row, known.get(row.id))), changes, problems }
}

/** A Member who is listed but could not be placed has not left; one who sits again has come back. */
function markLeaving(
  member: DirectoryMember,
  seated: ReadonlySet<number>,
  listed: ReadonlySet<number>,
  today: string,
): DirectoryMember {
  if (seated.has(member.id)) return { ...member, leftOn: null }
  return listed.has(member.id) ? member : { ...member, leftOn: member.leftOn ?? today }
}

function isSame(a: DirectoryMember, b: DirectoryMember | undefined): boolean {
  return (
    a.name === b?.name &&
    a.party === b.party &&
    a.email === b.email &&
    a.xHandle === b.xHandle &&
    a.xSource === b.xSource &&
    a.blueskyHandle === b.blueskyHandle &&
    a.memberSince === b.memberSince &&
    a.leftOn === b.leftOn
  )
}
