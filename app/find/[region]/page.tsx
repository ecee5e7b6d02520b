import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { composeMetadata } from '@/app/page-metadata'
import { Dissolved } from '@/components/site/dissolved'
import { JsonLd } from '@/components/site/json-ld'
import { SeatList } from '@/components/postcode/seat-list'
import { listSeats } from '@/lib/members/data/seats'
import { listShippedSeats } from '@/lib/members/data/read-seed'
import { composeBreadcrumbs } from '@/lib/campaign/model/json-ld'
import { regions } from '@/lib/members/model/region'
import { env } from '@/lib/shared/env'
import { readWithFallback } from '@/lib/shared/fallback'
import { isParliamentDissolved } from '@/lib/campaign/get'

type Params = { params: Promise<{ region: string }> }

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const region = findRegion((await params).region)
  if (!region) return {}
  return composeMetadata({
    path: `/find/${region.slug}`,
    title: `MPs in ${region.name}`,
    description: `Every constituency in ${region.name}, with its MP.`,
  })
}

export default async function RegionPage({ params }: Params) {
  const region = findRegion((await params).region)
  if (!region) notFound()
  const [seats, isDissolved] = await Promise.all([
    readWithFallback(
      () => listSeats(region.name),
      () => listShippedSeats(region.name),
    ),
    isParliamentDissolved(),
  ])
  return (
    <div className="wrap places">
      <JsonLd
        data={composeBreadcrumbs(env.SITE_URL, [
          { name: 'All MPs', path: '/find' },
          { name: region.name, path: `/find/${region.slug}` },
        ])}
      />
      <p className="eyebrow">
        <a href="/find">All parts of the UK</a>
      </p>
      <h1>{region.name}</h1>
      {isDissolved ? (
        <Dissolved />
      ) : (
        <>
          <p>{seats.length} constituencies. Choose yours to write to your MP.</p>
          <SeatList seats={seats} />
        </>
      )}
    </div>
  )
}

function findRegion(slug: string) {
  return regions.find((region) => region.slug === slug)
}
