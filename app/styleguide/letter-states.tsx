'use client'

import { ChaseForm } from '@/components/letters/chase-form'
import { ConfirmForm } from '@/components/letters/confirm-form'
import { Replies } from '@/components/letters/replies'
import { Timeline } from '@/components/letters/timeline'
import { PrivacyLetters } from '@/components/site/privacy-letters'
import { Sample } from './display-states'

const at = new Date('2026-11-26T10:00:00Z')
const letter = { token: '', mpName: 'Dr Ann Example', subject: 'A subject', body: 'Dear Dr Example,\n\nPlease act.' }
const chase = {
  ...letter,
  mpEmail: 'ann.example.mp@parliament.uk',
  constituency: 'Exampleton',
  submit: async () => null,
}

/** The pages of letters that the site sends. */
export function LetterStates() {
  return (
    <section aria-labelledby="letters-sent">
      <h2 id="letters-sent">Letters that the site sends</h2>
      <Sample of="Confirm">
        <ConfirmForm {...letter} sender="Jo Example" submit={async () => null} />
      </Sample>
      <Sample of="What happens next">
        <Timeline mpName={letter.mpName} confirmedAt={at} endedAt={at} isFollowUpAsked reminderHref="#" />
      </Sample>
      <Sample of="Did they reply?">
        <Replies link={{}} reply="notYet" submit={async () => 'limited'} />
      </Sample>
      <Sample of="Ask again">
        <ChaseForm {...chase} isSentHere />
      </Sample>
      <Sample of="Ask again, to copy">
        <ChaseForm {...chase} isSentHere={false} />
      </Sample>
      <Sample of="On the privacy page">
        <PrivacyLetters />
      </Sample>
    </section>
  )
}
