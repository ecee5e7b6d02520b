'use client'

import { type FormEvent, useRef, useState } from 'react'
import type { Channel } from '@/lib/domain/channel'
import { channelOf, composeHandOffUrl, type CountAnswer, type Draft, isTooLongForMailto, type Reach, type Target, targets } from '@/lib/domain/hand-off'
import { readBrowserKey } from './browser-key'
import type { Copyable, CopyProps } from './section-props'

export type Counts = { toMp: number; toAll: number }
export type Report = (request: {
  slug: string
  channel: Channel
  kind: 'opened' | 'confirmed'
  key: string | undefined
}) => Promise<CountAnswer>

type Options = {
  slug: string
  reach: Reach
  draft: Draft
  isPersonal: boolean
  report: Report
  onCounted: (counts: Counts) => void
}

/**
 * The hand-off in the browser: opens the target with the text as it stands and has it counted. The
 * form's own action serves where there is no JavaScript.
 */
export function useHandOff({ slug, reach, draft, isPersonal, report: send, onCounted }: Options) {
  const [copied, setCopied] = useState<CopyProps['copied']>(null)
  const [opened, setOpened] = useState<Channel | null>(null)
  const [isNudged, setNudged] = useState(false)
  const reported = useRef(new Set<string>())

  function report(channel: Channel, kind: 'opened' | 'confirmed') {
    setOpened(channel)
    if (reported.current.has(channel + kind)) return
    reported.current.add(channel + kind)
    send({ slug, channel, kind, key: readBrowserKey() })
      .then((answer) => answer.outcome === 'counted' && onCounted(answer))
      .catch(() => reported.current.delete(channel + kind)) // offline: the next click counts
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
    if (target === 'mailto' && isTooLongForMailto(reach, draft)) void copy('body')
    open(target)
    report(channelOf(target), 'opened')
  }

  function open(target: Target) {
    const url = composeHandOffUrl(target, reach, draft)
    if (target === 'letter') window.print()
    else if (url && target === 'mailto') window.location.href = url
    else if (url) window.open(url, '_blank', 'noopener')
  }

  async function copy(field: Copyable) {
    try {
      await navigator.clipboard.writeText(field === 'to' ? (reach.email ?? '') : draft[field])
      setCopied({ field, isDone: true })
      // An address or a subject alone is no message.
      if (field === 'post' || field === 'body') report('copy', 'opened')
    } catch {
      setCopied({ field, isDone: false })
    }
  }

  return { onSubmit, copy, copied, opened, isNudged, confirm: () => opened && report(opened, 'confirmed') }
}
