import type { Metadata } from 'next'
import { ChaseForm } from '@/components/letters/chase-form'
import { Replies } from '@/components/letters/replies'
import { showFollowUp } from '@/lib/letters/follow-up'
import { getSending } from '@/lib/letters/get-settings'
import { readFollowUpLink, replyWords } from '@/lib/letters/model/follow-up'
import { formatUkDay } from '@/lib/shared/model/uk-time'
import { submitChase, submitReply } from './actions'
import '../../styles/site/letters.css'

export const metadata: Metadata = { title: 'Did your MP reply?', robots: { index: false, follow: false } }

/** Where the link in the email after two weeks, or in a visitor’s calendar, leads. Opening it answers nothing. */
export default async function FollowUpPage({ searchParams }: PageProps<'/letters/follow-up'>) {
  const link = readFollowUpLink(await searchParams)
  const [view, { isOffered }] = await Promise.all([showFollowUp(link, new Date()), getSending()])
  if (!view)
    return (
      <div className="wrap narrow letters-page">
        <h1>This link doesn’t work any more</h1>
        <p className="lead">Either it wasn’t copied whole, or it’s too old: we’ve erased what it was about.</p>
        <p>
          <a href="/take-action">Write to your MP</a>
        </p>
      </div>
    )
  const { mp, seat, sentOn, reply, chase, isOwnMail } = view
  const mpName = mp?.name ?? 'your MP'
  return (
    <div className="wrap narrow letters-page">
      <h1>Did {mpName} reply?</h1>
      <p className="lead">
        You wrote on {formatUkDay(sentOn)}, from {seat.name}.
      </p>
      <Replies link={link} reply={reply} submit={submitReply} />
      {reply && (
        <p role="status" data-outcome="answered">
          Thank you. We’ve noted: “{replyWords[reply]}”. You can change it; the last answer counts.
        </p>
      )}
      {reply === 'notYet' && mp && chase && (
        <section aria-labelledby="chase-heading">
          <h2 id="chase-heading">Ask {mpName} again</h2>
          <ChaseForm
            token={link.token ?? ''}
            mpName={mpName}
            mpEmail={mp.email}
            constituency={seat.name}
            subject={chase.subject}
            body={chase.body}
            isSentHere={isOffered && !isOwnMail && mp.email !== null}
            submit={submitChase}
          />
        </section>
      )}
      {reply === 'wrongAddress' && (
        <p>
          Every MP can be reached at the House of Commons, London SW1A 0AA. <a href="/take-action">Look up your MP</a>{' '}
          to write again.
        </p>
      )}
    </div>
  )
}
