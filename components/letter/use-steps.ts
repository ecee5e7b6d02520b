'use client'

import { channels, type Channel } from '@/lib/actions/model/channel'
import { type HandOffState, type Step, stepOf } from '@/lib/actions/model/hand-off'
import { setStored, useStored } from './stored'

/** How far a message has come: by which channel it was opened, and whether the visitor says that they sent it. */
export type StepState = { opened: Channel | null; isSent: boolean }

/**
 * What was done for this seat, remembered by the tab: a phone may load the page anew when its user comes
 * back from another app.
 * @param answered what a form without JavaScript came back with
 */
export function useSteps(slug: string, answered: HandOffState) {
  const answeredStep =
    answered?.outcome === 'composed' ? stepOf(answered.target) : answered?.outcome === 'confirmed' ? 'email' : null
  const post = parseStep(useStored(`step-post:${slug}`))
  const email = parseStep(useStored(`step-email:${slug}`))
  return {
    steps: { post, email },
    isDone: {
      post: post.opened !== null || answeredStep === 'post',
      email: email.opened !== null || answeredStep === 'email',
    },
    setStep: (step: Step, { opened, isSent }: StepState) =>
      setStored(`step-${step}:${slug}`, `${opened} ${isSent ? 'sent' : ''}`),
  }
}

function parseStep(stored: string | null): StepState {
  const [name, sent] = (stored ?? '').split(' ')
  return { opened: channels.find((channel) => channel === name) ?? null, isSent: sent === 'sent' }
}
