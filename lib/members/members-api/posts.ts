import pLimit from 'p-limit'
import { composePostTitle, dropRepeats, type HeldPost } from '../model/post'
import type { Answer } from './failure'
import { PARALLEL_CALLS } from './polite-request'
import type { Department, ListedPost } from './shapes'

export type PostPath = '/api/Posts/GovernmentPosts' | '/api/Posts/OppositionPosts'

/** The calls behind a list of posts. */
export type PostCalls = {
  departments: () => Promise<Answer<Department[]>>
  /** Of a department; without one, those of the Cabinet or Shadow Cabinet. */
  posts: (departmentId?: number) => Promise<Answer<ListedPost[]>>
}

/**
 * Everyone who holds a post now. Parliament lists the Cabinet (or Shadow Cabinet) in one answer, and everyone below it
 * only by department: about as many calls as there are departments, where Members' biographies would take 650. One
 * failure is a failure of the list, since a list with a department missing takes its ministers' posts away.
 * @param today YYYY-MM-DD; whoever left before holds the post no longer
 */
export async function listHolders({ departments, posts }: PostCalls, today: string): Promise<Answer<HeldPost[]>> {
  const first = await posts()
  if (!first.ok) return first
  const listed = await departments()
  if (!listed.ok) return listed
  let lost: Answer<never> | null = null
  const answers = await pLimit(PARALLEL_CALLS).map(listed.value, async ({ id }) => {
    if (lost) return lost
    const answer = await posts(id)
    // Parliament knows departments without a post; for those it has no list.
    if (!answer.ok && answer.failed.failure === 'bad-status' && answer.failed.status === 404)
      return { ok: true as const, value: [] }
    if (!answer.ok) lost = answer
    return answer
  })
  const all = [...first.value]
  for (const answer of answers) {
    if (!answer.ok) return answer
    all.push(...answer.value)
  }
  return { ok: true, value: dropRepeats(all.flatMap((post) => readHolders(post, today))) }
}

function readHolders({ value }: ListedPost, today: string): HeldPost[] {
  const title = composePostTitle(value.name, value.governmentDepartments?.[0]?.name ?? null)
  return (value.postHolders ?? []).flatMap(({ member, endDate }) =>
    member && (!endDate || endDate.slice(0, 10) > today) ? [{ memberId: member.value.id, title }] : [],
  )
}
