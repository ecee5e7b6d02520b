import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { composeMetadata } from '@/app/page-metadata'
import { Counts } from '@/components/letter/counts'
import { LetterForm } from '@/components/letter/form'
import { Dissolved } from '@/components/site/dissolved'
import { JsonLd } from '@/components/site/json-ld'
import { MpCard } from '@/components/postcode/mp-card'
import { OwnScript } from '@/components/site/own-script'
import { OtherSeats } from '@/components/postcode/other-seats'
import { VacantSeat } from '@/components/postcode/vacant-seat'
import { env } from '@/lib/shared/env'
import { composeBreadcrumbs } from '@/lib/campaign/model/json-ld'
import { toRegionSlug } from '@/lib/members/model/region'
import { getTexts } from '@/lib/campaign/get-texts'
import { composeCard } from '@/lib/actions/get-seat-card'
import { showSeat } from '@/lib/actions/show-seat'
import { getSending } from '@/lib/letters/get-settings'
import { submitHandOff } from './actions'
import '../../styles/site/letter-page.css'

type Params = { params: Promise<{ slug: string }> }

// The metadata and the page need the same view; `cache` loads it once per render.
const getView = cache((slug: string) => showSeat(slug, new Date()))

// Rendered on the first visit, so builds need no database. lib/server/front/page-cache.mjs decides how long it is
// cached.
export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const view = await getView((await params).slug)
  if (!view) return {}
  const { title, description, seat } = view
  const standing =
    view.state === 'open' ? { ...view, mpName: view.mp.name } : { mpName: null, isSupporter: false, isSpeaker: false }
  return composeMetadata({
    path: `/take-action/${seat.slug}`,
    title,
    description,
    card: { path: `/og/seats/${seat.slug}.png`, card: await composeCard(seat, standing) },
  })
}

export default async function SeatPage({ params }: Params) {
  const view = await getView((await params).slug)
  if (!view) notFound()
  const { seat } = view
  const [{ thanks, share }, sending] = await Promise.all([getTexts(), getSending()])
  return (
    <div className="wrap letter-page">
      <JsonLd
        data={composeBreadcrumbs(env.SITE_URL, [
          { name: 'All MPs', path: '/find' },
          { name: seat.region, path: `/find/${toRegionSlug(seat.region)}` },
          { name: seat.name, path: `/take-action/${seat.slug}` },
        ])}
      />
      {view.state === 'dissolved' && (
        <>
          <h1>{seat.name}</h1>
          <Dissolved />
        </>
      )}
      {view.state === 'vacant' && <VacantSeat constituency={seat.name} />}
      {view.state === 'open' ? (
        <>
          <LetterForm
            slug={seat.slug}
            constituency={seat.name}
            outcodes={view.outcodes}
            mp={view.mp}
            isSupporter={view.isSupporter}
            message={view.message}
            minister={view.minister}
            siteUrl={env.SITE_URL}
            thanks={thanks}
            share={share}
            handOff={submitHandOff}
            sending={sending}
          >
            <MpCard {...view} seat={seat} />
          </LetterForm>
          {view.counts && <Counts counts={view.counts} constituency={seat.name} />}
          <OwnScript name="letter" />
        </>
      ) : (
        <OtherSeats constituency={seat.name} neighbours={seat.neighbours} />
      )}
    </div>
  )
}
