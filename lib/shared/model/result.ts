import type { ZodError } from 'zod'

/** What is wrong with one field of an input. `field` is its path: `name`, `conditions.nation`. */
export type Problem = { field: string; message: string }

/** A rejected input, with the reasons. Nothing was saved. */
export type Refused = { outcome: 'refused'; problems: Problem[] }

/** Converts Zod’s issues to problems, in the same order. A field can have several. */
export function toProblems({ issues }: Pick<ZodError, 'issues'>): Problem[] {
  return issues.map(({ path, message }) => ({ field: path.join('.'), message }))
}

/** The result for a rejected input. */
export function refuse(...problems: Problem[]): Refused {
  return { outcome: 'refused', problems }
}
