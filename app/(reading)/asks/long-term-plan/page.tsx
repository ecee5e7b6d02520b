import type { Metadata } from 'next'
import { composeMetadata } from '@/app/page-metadata'
import { AskPage } from '@/components/asks/page'
import { getTexts } from '@/lib/campaign/get-texts'
import type { Texts } from '@/lib/campaign/model/shipped-texts'
import { composeAsks } from '@/lib/campaign/model/texts'
import { env } from '@/lib/shared/env'
import '../../../styles/site/ask.css'

export async function generateMetadata(): Promise<Metadata> {
  const [, ask] = composeAsks(await getTexts())
  return composeMetadata({
    path: '/asks/long-term-plan',
    title: ask.title,
    description: ask.short,
    card: 'long-term-plan',
  })
}

/** @param draft texts to show instead of the published ones, for a preview at the desk */
export default async function Page({ draft }: { draft?: Texts }) {
  const [guardians, plan] = composeAsks(draft ?? (await getTexts()))
  return <AskPage ask={plan} other={guardians} siteUrl={env.SITE_URL} />
}
