import type { Metadata } from 'next'
import { AskPage } from '@/components/ask-page'
import { guardians, longTermPlan } from '@/lib/domain/asks'
import { env } from '@/lib/env'

export const metadata: Metadata = { title: longTermPlan.title, description: longTermPlan.short }

export default function Page() {
  return <AskPage ask={longTermPlan} other={guardians} siteUrl={env.SITE_URL} />
}
