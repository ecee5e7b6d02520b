import { type RefObject, useEffect, useState } from 'react'
import type { Preview } from '@/lib/messages/model/measured'

// So long nothing was typed: a preview for each letter would only flicker.
const waitMs = 300
const sent = ['previewSlug', 'postText', 'emailSubject', 'emailBody']

/**
 * The preview of what a form says now; null before the first, and where no script runs.
 * @param state changes when the form has been filled anew
 */
export function useLivePreview(
  form: RefObject<HTMLFormElement | null>,
  ask: (texts: Record<string, string>) => Promise<Preview>,
  state: unknown,
): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null)
  useEffect(() => {
    const element = form.current
    if (!element) return
    let latest = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const update = async () => {
      const own = ++latest
      const data = new FormData(element)
      const answer = await ask(Object.fromEntries(sent.map((name) => [name, String(data.get(name) ?? '')]))).catch(
        () => null,
      )
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
