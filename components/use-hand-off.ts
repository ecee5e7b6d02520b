'use client'

import { type FormEvent, useActionState, useRef, useState } from 'react'
import { type HandOffState, reportHandOff, submitHandOff } from '@/app/take-action/[slug]/actions'
import type { Channel } from '@/lib/domain/channel'

export type Counts = { toMp: number; toAll: number }

/**
 * The hand-off in the browser: opens the channel with the text as it stands and has it counted,
 * once a page view and channel. The form's own action serves where there is no JavaScript.
 */
export function useHandOff(slug: string, onCounted: (counts: Counts) => void) {
  const [state, submit] = useActionState<HandOffState, FormData>(submitHandOff, null)
  const [status, setStatus] = useState('')
  const reported = useRef(new Set<Channel>())

  function report(channel: Channel) {
    if (reported.current.has(channel)) return
    reported.current.add(channel)
    reportHandOff(slug, channel)
      .then((answer) => answer.outcome === 'counted' && onCounted(answer))
      .catch(() => reported.current.delete(channel)) // offline: the next click counts
  }

  /** Reads the clicked button's channel and the fields, and opens what `toUrl` makes of them. */
  function onSubmit(event: FormEvent<HTMLFormElement>, toUrl: (channel: string, fields: FormData) => string | null) {
    const { nativeEvent, currentTarget } = event
    const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
    const channel = button instanceof HTMLButtonElement ? button.value : ''
    const url = toUrl(channel, new FormData(currentTarget))
    if (!url || (channel !== 'x' && channel !== 'bluesky' && channel !== 'email')) return
    event.preventDefault()
    if (channel === 'email') window.location.href = url
    else window.open(url, '_blank', 'noopener')
    report(channel)
  }

  async function copy(text: string, what: string) {
    try {
      await navigator.clipboard.writeText(text)
      setStatus(`${what} copied.`)
      report('copy')
    } catch {
      setStatus('Your browser does not let us copy. Select the text and copy it by hand.')
    }
  }

  return { state, submit, onSubmit, copy, status }
}
