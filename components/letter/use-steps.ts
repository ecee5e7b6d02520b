'use client'

import { channels, type Channel } from '@/lib/actions/model/channel'
import { type HandOffState, type Step, stepOf } from '@/lib/actions/model/hand-off'
import { setTabItem, useTabItem } from './tab-storage'

/** The progress of one message: the channel it was opened through, and whether the visitor says they sent it. */
export type StepState = { opened: Channel | null; isSent: boolean }

/**
 * The progress for this seat, kept in tab storage: a phone may reload the page when its user comes back from another
 * app.
 * @param answered the result of a form submitted without JavaScript
 */
export function useSteps(slug: string, answered: HandOffState) {
  const answeredStep =
    answered?.outcome === 'composed' ? stepOf(answered.target) : answered?.outcome === 'confirmed' ? 'email' : null
  const post = parseStep(useTabItem(`step-post:${slug}`))
  const email = parseStep(useTabItem(`step-email:${slug}`))
  return {
    steps: { post, email },
    isDone: {
      post: post.opened !== null || answeredStep === 'post',
      email: email.opened !== null || answeredStep === 'email',
    },
    setStep: (step: Step, { opened, isSent }: StepState) =>
      setTabItem(`step-${step}:${slug}`, `${opened} ${isSent ? 'sent' : ''}`),
  }
}

function parseStep(stored: string | null): StepState {
  const [name, sent] = (stored ?? '').split(' ')
  return { opened: channels.find((channel) => channel === name) ?? null, isSent: sent === 'sent' }
}
