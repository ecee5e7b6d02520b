import { reportAction } from '@/lib/actions/report'
import { answerReport } from './answer-report'

/** Counts a hand-off, where no chain in front of Next does. */
export function POST(request: Request): Promise<Response> {
  return answerReport(request, reportAction)
}
