import type { ReactNode } from 'react'
import { AskCards } from '@/components/asks/cards'
import { AskPage } from '@/components/asks/page'
import { BarChart } from '@/components/charts/bar-chart'
import { Contact } from '@/components/site/contact'
import { Dissolved } from '@/components/site/dissolved'
import { MpCard } from '@/components/postcode/mp-card'
import { OtherSeats } from '@/components/postcode/other-seats'
import { OrganisationDetails } from '@/components/site/organisation-details'
import { PrivacyController } from '@/components/site/privacy-controller'
import { Progress } from '@/components/site/progress'
import { SeatList } from '@/components/postcode/seat-list'
import { SoFar } from '@/components/site/so-far'
import { SiteFooter } from '@/components/site/footer'
import { SupporterList } from '@/components/wall/supporter-list'
import { SupporterWall } from '@/components/wall/supporter-wall'
import { VacantSeat } from '@/components/postcode/vacant-seat'
import { WallForm } from '@/components/wall/form'
import { WallSlice } from '@/components/wall/slice'
import { WallTop } from '@/components/wall/top'
import { asks, guardians, longTermPlan } from '@/lib/campaign/model/asks'
import { composeOrganisation, noOrganisation } from '@/lib/campaign/model/organisation'
import {
  composeNames,
  composeProgress,
  constituency,
  mp,
  organisations,
  people,
  seats,
  unreachable,
} from './fictional-data'

const card = {
  mp,
  details: [],
  isOld: false,
  seat: { name: constituency, neighbours: seats },
  checkedAt: new Date('2026-11-22'),
  postsCheckedAt: null,
  isSupporter: false,
  isSpeaker: false,
  abstains: false,
  isMinister: false,
  isInGovernment: false,
  minister: 'the Home Secretary',
}
const noOne = composeOrganisation(noOrganisation, '')
const someone = composeOrganisation(
  {
    ...noOrganisation,
    organisationName: 'Example Trust',
    organisationKind: 'a children’s rights charity',
    charityNumber: '1234567',
    organisationAddress: '1 Example Street, Exampleham',
    organisationUrl: 'https://example.org',
    contactEmail: 'hello@example.org',
    pressEmail: 'press@example.org',
  },
  '',
)
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
      <Sample of="MP card, in government">
        <MpCard
          {...card}
          mp={{ ...card.mp, posts: [{ kind: 'government', title: 'Minister of State, Home Office' }] }}
          isInGovernment
        />
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
      {[4, 5, 412, 650].map((reached) => (
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
        <SupporterWall supporters={wall} isDissolved={false} all={wall.length} />
      </Sample>
      {[1, 4, 7, 13, 22, 23].map((length) => (
        <Sample key={length} of={`Wall, ${length} names`}>
          <SupporterList supporters={composeNames(length)} isDissolved={false} />
        </Sample>
      ))}
      <Sample of="Wall, dissolved">
        <SupporterWall supporters={people} isDissolved all={people.length} />
      </Sample>
      <Sample of="Wall, nobody">
        <SupporterWall supporters={[]} isDissolved={false} isSearch all={wall.length} />
      </Sample>
      <Sample of="Footer of a page for doing something">
        <SiteFooter organisation={noOne} isSmall />
      </Sample>
      <Sample of="Who runs the site">
        <OrganisationDetails organisation={someone} />
        <OrganisationDetails organisation={noOne} />
      </Sample>
      <Sample of="Who answers for personal data">
        <PrivacyController organisation={someone} />
        <PrivacyController organisation={noOne} />
      </Sample>
      <Sample of="Wall, some of it">
        <WallSlice supporters={wall} all={39} isDissolved={false} />
      </Sample>
    </section>
  )
}
