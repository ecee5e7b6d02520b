import type { ReactNode } from 'react'
import { AskCards } from '@/components/asks/cards'
import { AskPage } from '@/components/asks/page'
import { BarChart } from '@/components/charts/bar-chart'
import { Contact } from '@/components/site/contact'
import { Dissolved } from '@/components/site/dissolved'
import { MpCard } from '@/components/postcode/mp-card'
import { OtherSeats } from '@/components/postcode/other-seats'
import { Progress } from '@/components/site/progress'
import { SeatList } from '@/components/postcode/seat-list'
import { SoFar } from '@/components/site/so-far'
import { SupporterWall } from '@/components/wall/supporter-wall'
import { VacantSeat } from '@/components/postcode/vacant-seat'
import { WallForm } from '@/components/wall/form'
import { WallSlice } from '@/components/wall/slice'
import { WallTop } from '@/components/wall/top'
import { asks, guardians, longTermPlan } from '@/lib/campaign/model/asks'
import { composeProgress, constituency, mp, organisations, people, seats, unreachable } from './fictional-data'

const card = {
  mp,
  seat: { name: constituency, neighbours: seats },
  checkedAt: new Date('2026-11-22'),
  isSupporter: false,
  isSpeaker: false,
  abstains: false,
}
const chartRows = [
  { label: 'Monday', values: { x: 4, email: 8 } },
  { label: 'Tuesday', values: { x: 10, email: 20 } },
]
const wall = [...people, ...organisations]

/** A component in one state, under the state's name. */
export function Sample({ of, children }: { of: string; children: ReactNode }) {
  return (
    <div className="guide-sample">
      <p className="guide-name">{of}</p>
      {children}
    </div>
  )
}

/** The components without input. */
export function DisplayStates() {
  return (
    <section aria-labelledby="shown">
      <h2 id="shown">What is shown</h2>
      <Sample of="MP card">
        <MpCard {...card} />
      </Sample>
      <Sample of="MP card, supporter">
        <MpCard {...card} isSupporter />
      </Sample>
      <Sample of="MP card, Speaker">
        <MpCard {...card} isSpeaker />
      </Sample>
      <Sample of="MP card, abstaining">
        <MpCard {...card} abstains />
      </Sample>
      <Sample of="MP card, long name, never checked">
        <MpCard {...card} mp={unreachable} checkedAt={null} />
      </Sample>
      <Sample of="Vacant seat">
        <VacantSeat constituency={constituency} />
      </Sample>
      <Sample of="Dissolved">
        <Dissolved />
      </Sample>
      {(['letter', 'post', 'friends'] as const).map((current) => (
        <Sample key={current} of={`Progress, ${current}`}>
          <Progress current={current} />
        </Sample>
      ))}
      {[1, 412, 650].map((reached) => (
        <Sample key={reached} of={`So far, ${reached}`}>
          <SoFar progress={composeProgress(reached)} />
        </Sample>
      ))}
      <Sample of="Seat list">
        <SeatList seats={seats} />
      </Sample>
      <Sample of="Other seats">
        <OtherSeats constituency={constituency} neighbours={seats} />
      </Sample>
      <Sample of="Contact">
        <Contact email="hello@example.org" about="Something wrong? Write to" />
      </Sample>
      <Sample of="Bar chart">
        <BarChart
          id="chart"
          title="Opened by day"
          description="Twelve on Monday, thirty on Tuesday."
          rowHeading="Day"
          rows={chartRows}
          series={[
            { key: 'x', name: 'X' },
            { key: 'email', name: 'Email' },
          ]}
        />
      </Sample>
      <Sample of="Ask cards">
        <AskCards asks={asks} />
      </Sample>
      <Sample of="Ask page">
        <AskPage ask={guardians} other={longTermPlan} siteUrl="https://example.org" />
      </Sample>
      <Sample of="Wall, top">
        <WallTop shown={3} all={9} isDissolved={false} />
      </Sample>
      <Sample of="Wall, filter">
        <WallForm
          choices={{ parties: ['Example Party'], nations: ['England'] }}
          query={{ q: '', kind: '', party: '', nation: '' }}
          isSearch
        />
      </Sample>
      <Sample of="Wall">
        <SupporterWall supporters={wall} isDissolved={false} />
      </Sample>
      <Sample of="Wall, dissolved">
        <SupporterWall supporters={people} isDissolved />
      </Sample>
      <Sample of="Wall, nobody">
        <SupporterWall supporters={[]} isDissolved={false} isSearch />
      </Sample>
      <Sample of="Wall, some of it">
        <WallSlice supporters={wall} all={39} isDissolved={false} />
      </Sample>
    </section>
  )
}
