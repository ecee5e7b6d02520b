import { getSeatCounts } from '@/lib/actions/get-counts'
import { answerPreflight, answerPublicJson } from '../public-json'

export const dynamic = 'force-dynamic'

/** The counts of one constituency, by its ONS code, per kind and channel; small numbers are not published. */
export function GET(_request: Request, { params }: { params: Promise<{ code: string }> }) {
  return answerPublicJson(async () => getSeatCounts((await params).code, new Date()))
}

export const OPTIONS = answerPreflight
