'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ActionKind } from '@/lib/actions/model/action'
import type { Channel } from '@/lib/actions/model/channel'
import {
  channelOf,
  composeHandOffUrl,
  type Draft,
  isTooLongForMailto,
  type Reach,
  type Step,
  stepOf,
  type Target,
  targets,
} from '@/lib/actions/model/hand-off'
import { readBrowserKey } from '../forms/browser-key'
import { copyText } from './copy-text'
import { prepareToken } from './deliver-report'
import { sendReport } from './report-queue'
import type { Copyable, CopyProps } from '../site/section-props'
import { rememberSourceTag } from './source-tag'
import type { StepState } from './use-steps'

type Options = {
  slug: string
  reach: Reach
  draft: Draft
  isPersonal: boolean
  steps: Record<Step, StepState>
  setStep: (step: Step, state: StepState) => void
}

/**
 * The hand-off with JavaScript: opens the target with the current text and has it counted. Without JavaScript, the
 * form's own action does this.
 */
export function useHandOff({ slug, reach, draft, isPersonal, steps, setStep }: Options) {
  const [copied, setCopied] = useState<CopyProps['copied']>(null)
  const [isNudged, setNudged] = useState(false)
  const reported = useRef(new Set<string>())
  const isTouched = useRef(false)
  useEffect(() => void rememberSourceTag(), [])

  /** On first contact with the form, fetches a token, so that a report can use it by the time a button is pressed. */
  function onTouch() {
    if (isTouched.current) return
    isTouched.current = true
    prepareToken(slug, readBrowserKey())
  }

  function report(channel: Channel, kind: ActionKind) {
    if (reported.current.has(channel + kind)) return
    reported.current.add(channel + kind)
    sendReport({
      slug,
      channel,
      kind,
      key: readBrowserKey(),
      source: rememberSourceTag(),
      isPersonal: channel === 'email' && kind === 'opened' ? isPersonal : null,
    })
  }

  function reportOpened(step: Step, channel: Channel) {
    setStep(step, { opened: channel, isSent: steps[step].isSent && steps[step].opened === channel })
    report(channel, 'opened')
  }

  /** Opens the target of the clicked button instead of submitting the form. */
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const { nativeEvent } = event
    const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
    const target = targets.find((each) => button instanceof HTMLButtonElement && button.value === each)
    if (!target) return
    event.preventDefault()
    // Nudge once; pressing again always works.
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
    // A copied address or subject on its own isn't a message.
    if (isDone && (field === 'post' || field === 'body')) reportOpened(field === 'post' ? 'post' : 'email', 'copy')
  }

  function confirm(step: Step) {
    const { opened } = steps[step]
    if (!opened) return
    setStep(step, { opened, isSent: true })
    report(opened, 'confirmed')
  }

  return { onSubmit, onTouch, copy, copied, isNudged, confirm }
}
