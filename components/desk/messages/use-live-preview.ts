import { type RefObject, useEffect, useState } from 'react'
import type { Preview } from '@/lib/messages/model/measured'

// Debounces typing: a preview for every keystroke would only flicker.
const waitMs = 300
const sent = /^(?:previewSlug|postText|emailSubject|emailBody|conditions\..+)$/

/** Nobody is signed in any more. */
export type SignedOut = { outcome: 'signed-out' }

/**
 * A preview of the form's current content; null before the first one, and without JavaScript.
 * @param state changes when the form has been filled with new values
 */
export function useLivePreview(
  form: RefObject<HTMLFormElement | null>,
  ask: (texts: Record<string, string>) => Promise<Preview | SignedOut>,
  state: unknown,
): Preview | SignedOut | null {
  const [preview, setPreview] = useState<Preview | SignedOut | null>(null)
  useEffect(() => {
    const element = form.current
    if (!element) return
    let latest = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const update = async () => {
      const own = ++latest
      const data = new FormData(element)
      const texts = [...data].flatMap(([name, value]) => (sent.test(name) ? [[name, String(value)]] : []))
      const answer = await ask(Object.fromEntries(texts)).catch(() => null)
      if (answer && own === latest) setPreview(answer)
    }
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void update(), waitMs)
    }
    wait()
    element.addEventListener('input', wait)
    return () => {
      latest = -1
      clearTimeout(timer)
      element.removeEventListener('input', wait)
    }
  }, [form, ask, state])
  return preview
}
