import { issueToken } from '@/lib/actions/report'
import { answerReport } from '../answer-report'

/** Issues the token of a hand-off, where no chain in front of Next does. */
export function POST(request: Request): Promise<Response> {
  return answerReport(request, issueToken)
}
