import type { Metadata } from 'next'
import { ConfirmForm } from '@/components/letters/confirm-form'
import { Timeline } from '@/components/letters/timeline'
import { retention } from '@/lib/letters/model/retention'
import { type LetterView, showLetter } from '@/lib/letters/show-letter'
import { submitConfirm } from './actions'
import '../../styles/site/letters.css'

export const metadata: Metadata = { title: 'Your letter', robots: { index: false, follow: false } }

/** Where the link in a copy leads, and afterwards how the letter stands. Opening it changes nothing. */
export default async function ConfirmPage({ searchParams }: PageProps<'/letters/confirm'>) {
  const { token, done } = await searchParams
  const view = await showLetter(token)
  return (
    <div className="wrap narrow letters-page">
      {view && typeof token === 'string' ? (
        <Letter view={view} token={token} />
      ) : done === 'cancelled' ? (
        <>
          <h1>Cancelled and erased</h1>
          <p className="lead">Your letter wasn’t sent, and we’ve kept nothing of it.</p>
          <p>
            Changed your mind? <a href="/take-action">Write to your MP</a>.
          </p>
        </>
      ) : (
        <>
          <h1>This link doesn’t work any more</h1>
          <p className="lead">
            Either it wasn’t copied whole, or the letter has been erased: we do that {retention.unconfirmedDays} days
            after you wrote it if you don’t confirm it, and {retention.textDays} days after your MP got it.
          </p>
          <p>
            <a href="/take-action">Write to your MP</a>
          </p>
        </>
      )}
    </div>
  )
}

function Letter({ view, token }: { view: LetterView; token: string }) {
  const { state, text, mpName, seat, confirmedAt, endedAt, isFollowUpAsked } = view
  const page = `/take-action/${seat.slug}`
  if (state === 'waiting' && text)
    return (
      <>
        <h1>Your letter to {mpName}</h1>
        <p className="lead">Read it once more. It’s sent when you press “Confirm and send”, and not before.</p>
        <ConfirmForm
          token={token}
          mpName={mpName}
          subject={text.subject}
          body={text.body}
          sender={[text.name, text.address, text.postcode].join('\n')}
          submit={submitConfirm}
        />
      </>
    )
  if (state === 'refused')
    return (
      <>
        <h1>We couldn’t deliver your letter</h1>
        <p className="lead">
          {mpName}’s mail server didn’t accept it. We’ve emailed you the text, so that you can{' '}
          <a href={page}>send it another way</a>.
        </p>
      </>
    )
  return (
    <>
      <h1>
        {endedAt ? `Your letter has reached ${mpName}’s office` : `Thank you. Your letter to ${mpName} is on its way`}
      </h1>
      <p className="lead">Here’s what happens next.</p>
      {confirmedAt && (
        <Timeline
          mpName={mpName}
          confirmedAt={confirmedAt}
          endedAt={endedAt}
          isFollowUpAsked={isFollowUpAsked}
          reminderHref={`/letters/reminder.ics?token=${token}`}
        />
      )}
      <p>
        <a href={`${page}#post-heading`}>Now back it up with a public post</a>.
      </p>
    </>
  )
}
