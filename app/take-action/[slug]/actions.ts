'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import { readVisitor } from '@/app/read-visitor'
import type { LetterFormState } from '@/components/letter/form'
import { maxTextLength, targets } from '@/lib/actions/model/hand-off'
import { offeredRule } from '@/lib/actions/model/offered-rule'
import type { Typed } from '@/lib/actions/model/typed'
import { handOffWithoutScript } from '@/lib/actions/hand-off'
import { sendHere } from '@/lib/letters/send-here'
import { isWithinLimit } from '@/lib/shared/limits'
import { requestLimits } from '@/lib/actions/model/privacy'

const slug = z.string().max(100)
// Browsers submit line breaks as CRLF. A text longer than a browser would send is cut rather than rejected.
const text = z
  .string()
  .default('') // faster than catching what is missing, and most of the forty parts are
  .catch('')
  .transform((value) => value.replace(/\r\n?/g, '\n').slice(0, maxTextLength))
const details = z.object({
  sender_name: text,
  sender_address: text,
  sender_postcode: text,
  why_it_matters: text,
  local_link: text,
})
const texts = z.object({ post: text, subject: text })
const maxParts = 40

/** What the form held. Paragraphs are `part0`, `part1`, …, each with the text that stood there as `was0`, `was1`, …. */
function parseTyped(fields: Record<string, unknown>): Typed {
  // One that is missing counts as untouched.
  const parts = Array.from({ length: maxParts }, (_, at) => ({
    text: text.parse(fields[`part${at}`]),
    was: text.parse(fields[`was${at}`]),
  }))
  return { ...texts.parse(fields), details: details.parse(fields), parts }
}

// A page that was opened before an update doesn't say which message it offered.
const handOffForm = z.object({ slug, target: z.enum([...targets, 'sent', 'here']), rule: offeredRule })
const sendHereForm = z.object({ sender_email: z.string().catch(''), follow_up: z.string().catch('') })

/**
 * “Send it for me”, and the hand-off without JavaScript: counts it and redirects to the channel. An edited text may contain the visitor's
 * name and address, so it is returned in the page, never in a redirect.
 */
export async function submitHandOff(_previous: unknown, form: unknown): Promise<LetterFormState> {
  const fields = form instanceof FormData ? Object.fromEntries(form) : {}
  const typed = parseTyped(fields)
  const { success, data } = handOffForm.safeParse(fields)
  if (!success) return { outcome: 'refused', typed }
  const { source, ...visitor } = await readVisitor()
  if (data.target === 'here') {
    const { sender_email: email, follow_up } = sendHereForm.parse(fields)
    const isFollowUpAsked = follow_up === 'yes'
    const { slug, rule } = data
    return sendHere({ slug, rule, typed, email, isFollowUpAsked, address: visitor.address, now: new Date() })
  }
  if (!isWithinLimit(requestLimits.handOff, visitor.address)) return { outcome: 'limited', typed }
  const handing = handOffWithoutScript({ ...data, target: data.target, typed, visitor, source, now: new Date() })
  after(handing) // a server that is shutting down waits for it, even if the visitor has left
  const answer = await handing
  if (answer.outcome === 'ready') redirect(answer.url)
  return answer
}
