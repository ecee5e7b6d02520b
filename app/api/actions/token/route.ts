import { issueToken } from '@/lib/actions/report'
import { answerReport } from '../answer-report'

/** Issues a hand-off's token where there is no chain in front of Next to do it. */
export function POST(request: Request): Promise<Response> {
  return answerReport(request, issueToken)
}
