import 'server-only'
import type { MessageReport } from './check'
import { groupProblems } from './model/group-problems'
import { formatProblemGroup } from './words'

const maxNamed = 3

/** The first of the problems that a check found, in words for an answer to a form. @param opening a sentence that ends with a colon */
export function describeProblems(opening: string, { problems }: MessageReport): string {
  const groups = groupProblems(problems)
  const named = groups.slice(0, maxNamed).map(formatProblemGroup).join('; ')
  const more = groups.length - maxNamed
  return `${opening} ${named}${more > 0 ? `; and ${more} more` : ''}.`
}
