import { reportAction } from '@/lib/actions/report'
import { answerReport } from './answer-report'

/** Counts a hand-off where there is no chain in front of Next to do it. */
export function POST(request: Request): Promise<Response> {
  return answerReport(request, reportAction)
}
