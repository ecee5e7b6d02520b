import type { Metadata } from 'next'
import { AskPage } from '@/components/ask-page'
import { guardians, longTermPlan } from '@/lib/domain/asks'
import { env } from '@/lib/env'

export const metadata: Metadata = { title: guardians.title, description: guardians.short }

export default function Page() {
  return <AskPage ask={guardians} other={longTermPlan} siteUrl={env.SITE_URL} />
}
