import 'server-only'
import { formatMessageProblem, type MessageReport } from './check'

const maxNamed = 3

/** The first of the problems that a check found, in words for an answer to a form. @param opening a sentence that ends with a colon */
export function describeProblems(opening: string, { problems }: MessageReport): string {
  const named = problems.slice(0, maxNamed).map(formatMessageProblem).join('; ')
  const more = problems.length - maxNamed
  return `${opening} ${named}${more > 0 ? `; and ${more} more` : ''}.`
}
