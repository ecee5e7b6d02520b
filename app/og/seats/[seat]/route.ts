import { answerCard } from '@/app/og/answer-card'
import { getSeatCard } from '@/lib/actions/get-seat-card'

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: { params: Promise<{ seat: string }> }) {
  const [, slug] = /^([a-z-]{1,100})\.png$/.exec((await params).seat) ?? []
  return answerCard(slug ? await getSeatCard(slug, new Date()) : null)
}
