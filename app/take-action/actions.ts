'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { composeFindMpText, type FindMpText } from '@/lib/domain/find-mp-text'
import { findMp } from '@/lib/operations/find-mp'

/** What the postcode form shows after a try that did not lead to an MP's page. */
export type FindMpState = (FindMpText & { outcome: string; value: string }) | null

// Long enough for any postcode with noise around it; the rest is cut off, and is no postcode anyway.
const postcodeField = z.string().catch('').transform((text) => text.slice(0, 100))

/**
 * Takes the form field `postcode` to the MP's page. The postcode comes by POST and goes nowhere:
 * not into the address of the answer, a log or a table.
 */
export async function submitPostcode(_previous: unknown, form: FormData): Promise<FindMpState> {
  const value = postcodeField.parse(form instanceof FormData ? form.get('postcode') : '')
  const answer = await findMp(value)
  if (answer.outcome === 'found' && !answer.isRepaired) redirect(`/take-action/${answer.seat.slug}`)
  return { ...composeFindMpText(answer), outcome: answer.outcome, value }
}
