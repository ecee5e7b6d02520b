import { composeMetadata } from '@/app/page-metadata'
import { Dissolved } from '@/components/site/dissolved'
import { OwnScript } from '@/components/site/own-script'
import { PostcodeForm } from '@/components/postcode/form'
import { isParliamentDissolved } from '@/lib/campaign/get'
import { submitPostcode } from './actions'

export const metadata = composeMetadata({
  path: '/take-action',
  title: 'Write to your MP',
  description: 'Enter your postcode to find your MP, with a letter and a post ready to make your own.',
})

export default async function TakeActionPage() {
  const isDissolved = await isParliamentDissolved()
  return (
    <div className="wrap narrow">
      <OwnScript name="postcode" />
      <h1>Write to your MP</h1>
      {isDissolved ? (
        <Dissolved />
      ) : (
        <>
          <p className="lead">Five minutes: find your MP, make the letter your own, send it from your own email.</p>
          <PostcodeForm action={submitPostcode} />
          <p>
            No postcode to hand? <a href="/find">Find your MP by name or place</a>.
          </p>
        </>
      )}
    </div>
  )
}
