import { getShareCard } from '@/lib/campaign/get-share-card'
import { shareCardNames } from '@/lib/campaign/model/share-card'
import { answerCard } from '../answer-card'

// Staff can change the words on them.
export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: { params: Promise<{ card: string }> }) {
  const asked = (await params).card
  const name = shareCardNames.find((each) => `${each}.png` === asked)
  return answerCard(name ? await getShareCard(name) : null)
}
