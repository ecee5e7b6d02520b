import { composeMetadata } from '@/app/page-metadata'
import { Dissolved } from '@/components/site/dissolved'
import { OwnScript } from '@/components/site/own-script'
import { SeatSearch } from '@/components/postcode/seat-search'
import { regions } from '@/lib/members/model/region'
import { isParliamentDissolved } from '@/lib/campaign/get'
import { submitSearch } from './actions'

export const generateMetadata = () =>
  composeMetadata({
    path: '/find',
    title: 'Find your MP by name or place',
    description: 'All 650 MPs in the House of Commons, by name, by constituency and by part of the UK.',
  })

export default async function FindPage() {
  const isDissolved = await isParliamentDissolved()
  return (
    <div className="wrap places">
      <OwnScript name="postcode" />
      <h1>Find your MP by name or place</h1>
      {isDissolved ? <Dissolved /> : <Picker />}
    </div>
  )
}

function Picker() {
  return (
    <>
      <SeatSearch action={submitSearch} />
      <h2>Or choose where you live</h2>
      <ul className="seat-list" role="list">
        {regions.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/find/${slug}`}>{name}</a>
          </li>
        ))}
      </ul>
      <p>
        Know your postcode? <a href="/take-action">Use it instead</a>.
      </p>
    </>
  )
}
