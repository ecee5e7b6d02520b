import { dropRepeats, type HeldPost } from '../model/post'
import type { Answer } from './failure'
import type { CommitteeMember } from './shapes'

/** Members asked about in one call: 13 calls for the Commons. */
const AT_ONCE = 50

/**
 * Everyone of these Members who chairs a select committee now.
 * @param memberIds Parliament's ids
 * @param today YYYY-MM-DD; whoever stopped before is no longer in the chair
 */
export async function listChairs(
  ask: (memberIds: readonly number[]) => Promise<Answer<CommitteeMember[]>>,
  memberIds: readonly number[],
  today: string,
): Promise<Answer<HeldPost[]>> {
  const chairs: HeldPost[] = []
  // One after the other: nobody waits for this.
  for (let start = 0; start < memberIds.length; start += AT_ONCE) {
    const batch = memberIds.slice(start, start + AT_ONCE)
    const answer = await ask(batch)
    if (!answer.ok) return answer
    chairs.push(...answer.value.flatMap((member) => readChairs(member, today)))
  }
  const asked = new Set(memberIds)
  return { ok: true, value: dropRepeats(chairs.filter(({ memberId }) => asked.has(memberId))) }
}

function readChairs({ id, memberInfo, committees }: CommitteeMember, today: string): HeldPost[] {
  const isOver = (day: string | null | undefined) => !!day && day.slice(0, 10) <= today
  const memberId = memberInfo?.mnisId ?? id
  return committees
    .filter(({ endDate }) => !isOver(endDate))
    .filter(({ roles }) => roles.some(({ role, endDate }) => role.isChair === true && !isOver(endDate)))
    .map(({ name }) => ({ memberId, title: `Chair, ${name}` }))
}
