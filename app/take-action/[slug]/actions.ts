'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import { readVisitor } from '@/app/read-visitor'
import { type HandOffState, maxTextLength, targets } from '@/lib/actions/model/hand-off'
import { handOffWithoutScript } from '@/lib/actions/hand-off'
import { isWithinLimit } from '@/lib/shared/limits'
import { requestLimits } from '@/lib/actions/model/privacy'

const slug = z.string().max(100)
// Browsers submit line breaks as CRLF. A text longer than a browser would send is cut rather than rejected.
const text = z
  .string()
  .catch('')
  .transform((value) => value.replace(/\r\n?/g, '\n').slice(0, maxTextLength))
const draft = z.object({ post: text, subject: text, body: text })
const details = z.object({
  sender_name: text,
  sender_address: text,
  sender_postcode: text,
  why_it_matters: text,
  local_link: text,
})
const handOffForm = z.object({ slug, target: z.enum([...targets, 'sent']) })

/**
 * The hand-off without JavaScript: counts it and redirects to the channel. An edited text may contain the visitor's
 * name and address, so it is returned in the page, never in a redirect.
 */
export async function submitHandOff(_previous: unknown, form: unknown): Promise<HandOffState> {
  const fields = form instanceof FormData ? Object.fromEntries(form) : {}
  const typed = draft.parse(fields)
  const given = details.parse(fields)
  const { success, data } = handOffForm.safeParse(fields)
  if (!success) return { outcome: 'refused', draft: typed, details: given }
  const { source, ...visitor } = await readVisitor()
  if (!isWithinLimit(requestLimits.handOff, visitor.address))
    return { outcome: 'limited', draft: typed, details: given }
  const handing = handOffWithoutScript({ ...data, draft: typed, details: given, visitor, source, now: new Date() })
  after(handing) // a server that is shutting down waits for it, even if the visitor has left
  const answer = await handing
  if (answer.outcome === 'ready') redirect(answer.url)
  return answer
}
