'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { z } from 'zod'
import { readVisitor } from '@/app/read-visitor'
import { type HandOffState, longestText, targets } from '@/lib/actions/model/hand-off'
import { handOff } from '@/lib/actions/hand-off'
import { isWithinLimit } from '@/lib/shared/limits'
import { requestLimits } from '@/lib/actions/model/privacy'

const slug = z.string().max(100)
// Browsers post line breaks as CRLF. What is longer than a browser would send is cut, not lost.
const text = z
  .string()
  .catch('')
  .transform((value) => value.replace(/\r\n?/g, '\n').slice(0, longestText))
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
 * The hand-off without JavaScript: counts it and redirects to the channel. A text that the visitor
 * has edited may hold their name and address, so it goes back in the page, never into a redirect.
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
  const handing = handOff({ ...data, draft: typed, details: given, visitor, source, now: new Date() })
  after(handing) // so that a server that stops waits for it, also when the visitor has left
  const answer = await handing
  if (answer.outcome === 'ready') redirect(answer.url)
  return answer
}
