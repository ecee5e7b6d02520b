/** What a post counts as; message rules ask about it. Government first: its holders can't put questions. */
export const postKinds = ['government', 'opposition', 'chair'] as const

export type PostKind = (typeof postKinds)[number]

/** What an MP does beside their constituency; `title` as pages show it: "Minister of State, Home Office". */
export type Post = { kind: PostKind; title: string }

/** A post and who holds it, by Parliament's id. */
export type HeldPost = { memberId: number; title: string }

// Titles that say nothing without their department.
const BARE =
  /^(shadow )?((assistant )?minister( of state)?|parliamentary (under-?)?secretary( of state)?|parliamentary under[- ]secretary( of state)?|(assistant )?whip|spokesperson)$/i

/**
 * A post's title with its department, where that is not clear from the title.
 * @param name as Parliament lists it: "Minister of State (Home Office)"
 * @param department its department, if it belongs to one
 */
export function composePostTitle(name: string, department: string | null): string {
  // Jointly held posts have two brackets: "Minister of State (Home Office) (Ministry of Justice)".
  const title = name.replace(/\s*\(([^()]+)\)/g, ', $1').replace(/\s+,/g, ',')
  return department !== null && BARE.test(title) ? `${title}, ${department}` : title
}

/** Removes what is listed more than once, such as a post that belongs to two departments. */
export function dropRepeats(posts: readonly HeldPost[]): HeldPost[] {
  return [...new Map(posts.map((post) => [`${post.memberId} ${post.title}`, post])).values()]
}
