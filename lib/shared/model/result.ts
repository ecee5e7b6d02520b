import type { ZodError } from 'zod'

/** What is wrong with one field of an input, by its path: `name`, `conditions.nation`. */
export type Problem = { field: string; message: string }

/** An input that was not accepted, and why. Nothing was written. */
export type Refused = { outcome: 'refused'; problems: Problem[] }

/** What Zod found wrong with an input, in its order; a field may have several problems. */
export function toProblems({ issues }: Pick<ZodError, 'issues'>): Problem[] {
  return issues.map(({ path, message }) => ({ field: path.join('.'), message }))
}

/** The refusal of an input. */
export function refuse(...problems: Problem[]): Refused {
  return { outcome: 'refused', problems }
}
