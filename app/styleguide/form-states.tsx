'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { shippedTexts } from '@/lib/campaign/model/shipped-texts'
import { Answer } from '@/components/letter/answer'
import { Counts } from '@/components/letter/counts'
import { LetterForm } from '@/components/letter/form'
import { Friends } from '@/components/letter/friends'
import { PrintedLetter } from '@/components/letter/printed-letter'
import { CountNote } from '@/components/site/count-note'
import { PostSection } from '@/components/letter/post-section'
import { PostcodeForm } from '@/components/postcode/form'
import { SeatSearch } from '@/components/postcode/seat-search'
import { composeFindMpText } from '@/lib/postcodes/words'
import { noDetails } from '@/lib/messages/model/visitor-details'
import { constituency, message, mp, unreachable } from './fictional-data'
import { outcomeExamples } from './outcomes'
import { Sample } from './display-states'

const { names, 'no-match': noMatch, ...forms } = outcomeExamples
const outcomes = Object.values(forms).flat()
const searches = [...names, ...noMatch]
const typed = { post: message.post, subject: message.subject, parts: [], details: noDetails }
const day = '3 November 2026'
const siteUrl = 'https://example.org'
const letter = {
  slug: 'styleguide',
  constituency,
  mp,
  isSupporter: false,
  minister: 'the Home Secretary',
  message,
  siteUrl,
  handOff: async () => ({ outcome: 'refused' as const, typed }),
  outcodes: ['M1'],
  thanks: shippedTexts.thanks,
  share: shippedTexts.share,
  children: null,
}
const counts = {
  seat: { opened: 12, confirmed: null },
  all: { opened: 1234, confirmed: 56 },
  asOf: new Date('2026-11-03T14:00:00Z'),
}

const notOffered = { isOffered: false, isRehearsal: false }

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
      {searches.map((shown, at) => (
        <Sample key={at} of={`Seat search, ${shown.outcome}`}>
          <Submitted>
            <SeatSearch action={async () => ({ ...composeFindMpText(shown), outcome: shown.outcome, value: 'a' })} />
          </Submitted>
        </Sample>
      ))}
      <Sample of="Post, no network">
        <PostSection mp={unreachable} isSupporter={false} post={message.post} />
      </Sample>
      {(['limited', 'refused'] as const).map((outcome) => (
        <Sample key={outcome} of={`Answer without JavaScript, ${outcome}`}>
          <Answer {...letter} state={{ outcome, typed }} />
        </Sample>
      ))}
      {(['counted', 'held', 'not-opened', 'refused'] as const).map((count) => (
        <Sample key={count} of={`Answer without JavaScript, ${count}`}>
          <Answer {...letter} state={{ outcome: 'composed', target: 'gmail', url: '#', count, typed, day }} />
          <Answer {...letter} state={{ outcome: 'confirmed', count, typed }} />
        </Sample>
      ))}
      {(['held', 'refused', 'not-opened'] as const).map((count) => (
        <Sample key={count} of={`Count, ${count}`}>
          <CountNote count={count} />
        </Sample>
      ))}
      <Sample of="Counts">
        <Counts counts={counts} constituency={constituency} />
      </Sample>
      <Sample of="Friends">
        <Friends share={shippedTexts.share} siteUrl={siteUrl} constituency={constituency} slug="styleguide" isShown />
      </Sample>
      <Sample of="Letter on paper">
        <PrintedLetter name={mp.name} typed={typed} isShown day={day} />
      </Sample>
      <Sample of="The whole form">
        <LetterForm {...letter} sending={notOffered} />
      </Sample>
      <Sample of="The whole form, where the site sends letters, in a rehearsal">
        <LetterForm {...letter} sending={{ isOffered: true, isRehearsal: true }} />
      </Sample>
      <Sample of="The whole form, an MP without an email address">
        <LetterForm {...letter} mp={unreachable} isSupporter sending={notOffered} />
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
