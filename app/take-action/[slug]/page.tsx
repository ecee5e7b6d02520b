import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Composer } from '@/components/composer'
import { Dissolved } from '@/components/dissolved'
import { MpCard } from '@/components/mp-card'
import { OtherSeats } from '@/components/other-seats'
import { VacantSeat } from '@/components/vacant-seat'
import { countActions } from '@/lib/data/actions'
import { getDirectoryAge, getSeat } from '@/lib/data/directory'
import { env } from '@/lib/env'
import { composeDraft } from '@/lib/operations/hand-off'

type Params = { params: Promise<{ slug: string }> }

// Built at the first visit, so that a build needs no database; fresh within ten seconds after that.
export const revalidate = 10

export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const seat = await getSeat((await params).slug)
  if (!seat) return {}
  return {
    title: seat.mp ? `Write to ${seat.mp.name}, MP for ${seat.name}` : `${seat.name} has no MP right now`,
    description: `Ask the MP for ${seat.name} to call for a guardian and a plan for every trafficked and unaccompanied child.`,
  }
}

export default async function SeatPage({ params }: Params) {
  const seat = await getSeat((await params).slug)
  if (!seat) notFound()
  const draft = composeDraft(seat)
  const [age, toMp, toAll] = await Promise.all([getDirectoryAge(), countActions(seat.code), countActions()])
  return (
    <div className="wrap narrow">
      {env.PARLIAMENT_DISSOLVED ? (
        <>
          <h1>{seat.name}</h1>
          <Dissolved />
        </>
      ) : seat.mp && draft ? (
        <>
          <MpCard mp={seat.mp} constituency={seat.name} checkedAt={age?.checkedAt ?? null} />
          <Composer slug={seat.slug} mp={seat.mp} draft={draft} counts={{ toMp, toAll }} />
        </>
      ) : (
        <VacantSeat constituency={seat.name} />
      )}
      <OtherSeats constituency={seat.name} neighbours={seat.neighbours} />
    </div>
  )
}
