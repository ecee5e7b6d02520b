import { composeMetadata } from '@/app/page-metadata'
import { Dissolved } from '@/components/site/dissolved'
import { PostcodeForm } from '@/components/postcode/form'
import { Progress } from '@/components/site/progress'
import { isParliamentDissolved } from '@/lib/campaign/get'
import { submitPostcode } from './actions'

export const metadata = composeMetadata({
  path: '/take-action',
  title: 'Write to your MP',
  description: 'Enter your postcode to find your MP, with a post and an email ready to make your own.',
})

export default async function TakeActionPage() {
  const isDissolved = await isParliamentDissolved()
  return (
    <div className="wrap narrow">
      <h1>Write to your MP</h1>
      {isDissolved ? (
        <Dissolved />
      ) : (
        <>
          <p className="lead">Five minutes, three steps: your postcode, a post, an email.</p>
          <Progress isDone={{ postcode: false, post: false, email: false }} />
          <PostcodeForm action={submitPostcode} />
          <p>
            No postcode to hand? <a href="/find">Find your MP by name or place</a>.
          </p>
        </>
      )}
    </div>
  )
}
