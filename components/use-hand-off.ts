'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ActionKind } from '@/lib/domain/action'
import type { Channel } from '@/lib/domain/channel'
import {
  channelOf, composeHandOffUrl, type CountAnswer, type Draft, isTooLongForMailto, type Reach, type Step, stepOf, type Target, targets,
} from '@/lib/domain/hand-off'
import { readBrowserKey } from './browser-key'
import { copyText } from './copy-text'
import type { Copyable, CopyProps } from './section-props'
import { keepSourceTag } from './source-tag'
import type { StepState } from './use-steps'

export type Report = (request: {
  slug: string
  channel: Channel
  kind: ActionKind
  key: string | undefined
  source: string | null
  isPersonal: boolean | null
}) => Promise<CountAnswer>

type Options = {
  slug: string
  reach: Reach
  draft: Draft
  isPersonal: boolean
  report: Report
  steps: Record<Step, StepState>
  setStep: (step: Step, state: StepState) => void
}

/**
 * The hand-off in the browser: opens the target with the text as it stands and has it counted. The
 * form's own action serves where there is no JavaScript.
 */
export function useHandOff({ slug, reach, draft, isPersonal, report: send, steps, setStep }: Options) {
  const [copied, setCopied] = useState<CopyProps['copied']>(null)
  const [isNudged, setNudged] = useState(false)
  const [count, setCount] = useState<CountAnswer['outcome'] | null>(null)
  const reported = useRef(new Map<string, Promise<void>>())
  useEffect(() => void keepSourceTag(), [])

  function report(channel: Channel, kind: ActionKind) {
    const name = channel + kind
    if (reported.current.has(name)) return
    // What confirms a message counts only once the message has been counted as opened.
    const sending = (reported.current.get(`${channel}opened`) ?? Promise.resolve())
      .then(() => send({ slug, channel, kind, key: readBrowserKey(), source: keepSourceTag(), isPersonal: channel === 'email' && kind === 'opened' ? isPersonal : null }))
      .then(({ outcome }) => setCount(outcome))
      .catch(() => void reported.current.delete(name)) // offline: the next click counts
    reported.current.set(name, sending)
  }

  function reportOpened(step: Step, channel: Channel) {
    setStep(step, { opened: channel, isSent: steps[step].isSent && steps[step].opened === channel })
    report(channel, 'opened')
  }

  /** Opens what the clicked button stands for, instead of sending the form. */
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const { nativeEvent } = event
    const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
    const target = targets.find((each) => button instanceof HTMLButtonElement && button.value === each)
    if (!target) return
    event.preventDefault()
    // Once, and never in the way of whoever presses again.
    if (channelOf(target) === 'email' && !isPersonal && !isNudged) return setNudged(true)
    if (target === 'mailto' && isTooLongForMailto(reach, draft)) void write('body') // one message, counted once: as an email
    open(target)
    reportOpened(stepOf(target), channelOf(target))
  }

  function open(target: Target) {
    const url = composeHandOffUrl(target, reach, draft)
    if (target === 'letter') window.print()
    else if (url && target === 'mailto') window.location.href = url
    else if (url) window.open(url, '_blank', 'noopener')
  }

  async function write(field: Copyable): Promise<boolean> {
    const isDone = await copyText(field === 'to' ? (reach.email ?? '') : draft[field])
    setCopied({ field, isDone })
    return isDone
  }

  async function copy(field: Copyable) {
    const isDone = await write(field)
    // An address or a subject alone is no message.
    if (isDone && (field === 'post' || field === 'body')) reportOpened(field === 'post' ? 'post' : 'email', 'copy')
  }

  function confirm(step: Step) {
    const { opened } = steps[step]
    if (!opened) return
    setStep(step, { opened, isSent: true })
    report(opened, 'confirmed')
  }

  return { onSubmit, copy, copied, isNudged, confirm, count }
}
