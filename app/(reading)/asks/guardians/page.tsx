import { composeMetadata } from '@/app/page-metadata'
import { AskPage } from '@/components/asks/page'
import { guardians, longTermPlan } from '@/lib/campaign/model/asks'
import { env } from '@/lib/shared/env'

export const metadata = composeMetadata({
  path: '/asks/guardians',
  title: guardians.title,
  description: guardians.short,
  card: 'guardians',
})

export default function Page() {
  return <AskPage ask={guardians} other={longTermPlan} siteUrl={env.SITE_URL} />
}
