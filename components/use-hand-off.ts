'use client'

import { type FormEvent, useRef, useState } from 'react'
import type { Channel } from '@/lib/domain/channel'
import { composeHandOffUrl, type CountAnswer, type Draft, type Reach } from '@/lib/domain/hand-off'
import { readBrowserKey } from './browser-key'

export type Counts = { toMp: number; toAll: number }
export type Report = (request: { slug: string; channel: Channel; key: string | undefined }) => Promise<CountAnswer>

type Options = { slug: string; reach: Reach; report: Report; onCounted: (counts: Counts) => void }

/**
 * The hand-off in the browser: opens the channel with the text as it stands and has it counted,
 * once a page view and channel. The form's own action serves where there is no JavaScript.
 */
export function useHandOff({ slug, reach, report: send, onCounted }: Options) {
  const [copied, setCopied] = useState<{ field: keyof Draft; isDone: boolean } | null>(null)
  const reported = useRef(new Set<Channel>())

  function report(channel: Channel) {
    if (reported.current.has(channel)) return
    reported.current.add(channel)
    send({ slug, channel, key: readBrowserKey() })
      .then((answer) => answer.outcome === 'counted' && onCounted(answer))
      .catch(() => reported.current.delete(channel)) // offline: the next click counts
  }

  /** Opens what the clicked button stands for, instead of sending the form. */
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const { nativeEvent, currentTarget } = event
    const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
    const channel = button instanceof HTMLButtonElement ? parseChannel(button.value) : null
    const url = channel && composeHandOffUrl(channel, reach, readDraft(currentTarget))
    if (!url) return
    event.preventDefault()
    if (channel === 'email') window.location.href = url
    else window.open(url, '_blank', 'noopener')
    report(channel)
  }

  async function copy(form: HTMLFormElement | null, field: keyof Draft) {
    if (!form) return
    try {
      await navigator.clipboard.writeText(readDraft(form)[field])
      setCopied({ field, isDone: true })
      if (field !== 'subject') report('copy') // a subject alone is no message
    } catch {
      setCopied({ field, isDone: false })
    }
  }

  return { onSubmit, copy, copied }
}

function readDraft(form: HTMLFormElement): Draft {
  const fields = new FormData(form)
  const read = (name: keyof Draft) => String(fields.get(name) ?? '')
  return { post: read('post'), subject: read('subject'), body: read('body') }
}

function parseChannel(value: string): Channel | null {
  return value === 'x' || value === 'bluesky' || value === 'email' ? value : null
}
