import { composeMetadata } from '@/app/page-metadata'
import { AskPage } from '@/components/asks/page'
import { guardians, longTermPlan } from '@/lib/campaign/model/asks'
import { env } from '@/lib/shared/env'

export const metadata = composeMetadata({
  path: '/asks/long-term-plan',
  title: longTermPlan.title,
  description: longTermPlan.short,
  card: 'long-term-plan',
})

export default function Page() {
  return <AskPage ask={longTermPlan} other={guardians} siteUrl={env.SITE_URL} />
}
