'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { ComposedText } from '@/components/letter/composed-text'
import { Composer } from '@/components/letter/composer'
import { CountNote } from '@/components/site/count-note'
import { EmailSection } from '@/components/letter/email-section'
import { InviteFriends } from '@/components/letter/invite-friends'
import { Letter } from '@/components/letter/letter'
import { NextStep } from '@/components/site/next-step'
import { PostSection } from '@/components/letter/post-section'
import { PostcodeForm } from '@/components/postcode/form'
import { SeatSearch } from '@/components/postcode/seat-search'
import { Thanks } from '@/components/letter/thanks'
import type { ShownOutcome } from '@/lib/postcodes/model/lookup'
import { composeFindMpText } from '@/lib/postcodes/words'
import type { SearchState } from '@/lib/members/model/search-seats'
import { noDetails } from '@/lib/messages/model/visitor-details'
import { constituency, message, mp, seats, unreachable } from './fictional-data'
import { Sample } from './display-states'

const seat = { slug: 'a', name: constituency }
const outcomes: ShownOutcome[] = [
  { outcome: 'invalid' },
  { outcome: 'not-found', postcode: 'M1 9ZZ' },
  { outcome: 'found', isRepaired: true, postcode: 'M20 1AA', seat },
  { outcome: 'terminated', postcode: 'AB1 0AA', nearest: { postcode: 'AB11 5QN', seat } },
  { outcome: 'terminated', postcode: 'AB1 0AA', nearest: null },
  ...(['channel-islands', 'isle-of-man', 'forces', 'overseas'] as const).map((place) => ({
    outcome: 'not-represented' as const,
    place,
  })),
  { outcome: 'unavailable', isNorthernIreland: true },
  { outcome: 'unavailable', isNorthernIreland: false },
  { outcome: 'limited' },
  { outcome: 'dissolved' },
]
const searches: SearchState[] = [
  { query: 'nowhere', error: null, seats, found: 12 },
  { query: 'zzz', error: null, seats: [], found: 0 },
  { query: 'SW1A 0AA', error: 'postcode', seats: [], found: 0 },
  { query: '', error: 'empty', seats: [], found: 0 },
  { query: 'a', error: 'limited', seats: [], found: 0 },
]
const nothing = () => undefined
const draft = { post: message.post, subject: message.subject, body: 'Dear Dr Example,\n\nPlease act.' }
const section = { mp, isSupporter: false, draft, setText: nothing, copy: nothing, copied: null, children: null }
const email = { ...section, details: noDetails, setDetail: nothing, clear: nothing, isBodyOwn: false, isNudged: false }
const given = { draft, details: noDetails }
const counts = {
  seat: { opened: 12, confirmed: null },
  all: { opened: 1234, confirmed: 56 },
  asOf: new Date('2026-11-03T14:00:00Z'),
}

/** The components with input. Parts of the same form appear many times, so field names repeat. */
export function FormStates() {
  return (
    <section aria-labelledby="forms">
      <h2 id="forms">What asks</h2>
      {outcomes.map((shown, at) => (
        <Sample key={at} of={`Postcode form, ${shown.outcome}`}>
          <Submitted>
            <PostcodeForm
              id={`postcode-${at}`}
              action={async () => ({ ...composeFindMpText(shown), outcome: shown.outcome, value: 'M1 9ZZ' })}
            />
          </Submitted>
        </Sample>
      ))}
      {searches.map((state) => (
        <Sample key={state?.query} of={`Seat search, ${state?.error ?? `${state?.found} found`}`}>
          <Submitted>
            <SeatSearch action={async () => state} />
          </Submitted>
        </Sample>
      ))}
      <Sample of="Post">
        <PostSection {...section} />
      </Sample>
      <Sample of="Post, no network">
        <PostSection {...section} mp={unreachable} />
      </Sample>
      <Sample of="Post, too long, copied">
        <PostSection
          {...section}
          draft={{ ...draft, post: 'x'.repeat(310) }}
          copied={{ field: 'post', isDone: true }}
        />
      </Sample>
      <Sample of="Post to a supporter, copying failed">
        <PostSection {...section} isSupporter copied={{ field: 'post', isDone: false }} />
      </Sample>
      <Sample of="Email">
        <EmailSection {...email} />
      </Sample>
      <Sample of="Email, nudged, too long for a link">
        <EmailSection {...email} draft={{ ...draft, body: draft.body.repeat(70) }} isNudged isBodyOwn />
      </Sample>
      <Sample of="Email, no address">
        <EmailSection {...email} mp={unreachable} isSupporter />
      </Sample>
      <Sample of="Thanks, asked">
        <Thanks step="post" state={{ opened: 'x', isSent: false }} confirm={nothing}>
          <NextStep isDone={{ post: true, email: false }} />
        </Thanks>
      </Sample>
      <Sample of="Thanks, sent">
        <Thanks step="email" state={{ opened: 'email', isSent: true }} confirm={nothing}>
          <NextStep isDone={{ post: false, email: true }} />
        </Thanks>
      </Sample>
      {(['limited', 'refused'] as const).map((outcome) => (
        <Sample key={outcome} of={`Answer without JavaScript, ${outcome}`}>
          <ComposedText state={{ outcome, ...given }} next={null} />
        </Sample>
      ))}
      {(['counted', 'held', 'not-opened', 'refused'] as const).map((count) => (
        <Sample key={count} of={`Answer without JavaScript, ${count}`}>
          <ComposedText
            state={{ outcome: 'composed', target: 'gmail', url: '#', count, ...given }}
            next={<NextStep isDone={{ post: true, email: true }} />}
          />
          <ComposedText
            state={{ outcome: 'confirmed', count, ...given }}
            next={<NextStep isDone={{ post: true, email: true }} />}
          />
        </Sample>
      ))}
      {(['held', 'refused', 'not-opened', 'queued'] as const).map((count) => (
        <Sample key={count} of={`Count, ${count}`}>
          <CountNote count={count} />
        </Sample>
      ))}
      <Sample of="Friends">
        <InviteFriends siteUrl="https://example.org" />
      </Sample>
      <Sample of="Letter">
        <Letter name={mp.name} draft={draft} isShown />
      </Sample>
      <Sample of="The whole form">
        <Composer
          slug="styleguide"
          mp={mp}
          isSupporter={false}
          message={message}
          counts={counts}
          siteUrl="https://example.org"
          handOff={async () => ({ outcome: 'refused', ...given })}
        >
          {null}
        </Composer>
      </Sample>
    </section>
  )
}

/** Submits the form inside once, so that its result shows. */
function Submitted({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('form')?.requestSubmit(), [])
  return <div ref={box}>{children}</div>
}
