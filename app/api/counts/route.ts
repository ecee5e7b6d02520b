import { getCounts } from '@/lib/actions/get-counts'
import { answerPreflight, answerPublicJson } from './public-json'

export const dynamic = 'force-dynamic'

/** All actions by kind and channel, and how many of the 650 constituencies they reached. */
export function GET() {
  return answerPublicJson(() => getCounts(new Date()))
}

export const OPTIONS = answerPreflight
