import { composeMetadata } from '@/app/page-metadata'
import { Dissolved } from '@/components/site/dissolved'
import { OwnScript } from '@/components/site/own-script'
import { PostcodeForm } from '@/components/postcode/form'
import { isParliamentDissolved } from '@/lib/campaign/get'
import { submitPostcode } from './actions'

export const generateMetadata = () =>
  composeMetadata({
    path: '/take-action',
    title: 'Write to your MP',
    description: 'Enter your postcode to find your MP, with a letter and a post ready to make your own.',
  })

export default async function TakeActionPage() {
  const isDissolved = await isParliamentDissolved()
  return (
    <div className="hero">
      <OwnScript name="postcode" />
      <div className="wrap hero-columns">
        <div>
          <h1>Write to your MP</h1>
          {isDissolved ? (
            <Dissolved />
          ) : (
            <>
              <p className="lead">
                It takes five minutes: find your MP, make the letter your own, and send it from your own email.
              </p>
              <PostcodeForm action={submitPostcode} answeredAt="/take-action" />
              <p>
                No postcode to hand? <a href="/find">Find your MP by name or place</a>.
              </p>
            </>
          )}
        </div>
        <img className="hero-picture" src="/shelter.svg" alt="" width="480" height="420" />
      </div>
    </div>
  )
}
