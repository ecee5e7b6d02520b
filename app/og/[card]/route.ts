import { shareCards } from '@/lib/campaign/model/share-card'
import { answerPng } from '../answer-png'
import { drawCard } from '../draw-card'

// Drawn at build time, since they never change.
export const dynamic = 'force-static'
export const dynamicParams = false

export function generateStaticParams() {
  return Object.keys(shareCards).map((name) => ({ card: `${name}.png` }))
}

export async function GET(_request: Request, { params }: { params: Promise<{ card: string }> }) {
  const name = (await params).card.replace(/\.png$/, '')
  const card = Object.entries(shareCards).find(([each]) => each === name)?.[1]
  return card ? answerPng(await drawCard(card)) : new Response(null, { status: 404 })
}
