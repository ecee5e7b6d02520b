'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readVisitor } from '@/app/read-visitor'
import { composeFindMpText, type FindMpState } from '@/lib/domain/find-mp-text'
import { findMp } from '@/lib/operations/find-mp'
import { isWithinLimit } from '@/lib/operations/limit-requests'

// Long enough for any postcode with noise around it; the rest is cut off, and is no postcode anyway.
const postcodeField = z.string().catch('').transform((text) => text.slice(0, 100))

/**
 * Takes the form field `postcode` to the MP's page. The postcode comes by POST and goes nowhere:
 * not into the address of the answer, a log or a table.
 */
export async function submitPostcode(_previous: unknown, form: unknown): Promise<FindMpState> {
  const fields = form instanceof FormData ? form : new FormData()
  const value = postcodeField.parse(fields.get('postcode'))
  const { address } = await readVisitor()
  if (!(await isWithinLimit('lookup', address))) return { ...composeFindMpText({ outcome: 'limited' }), outcome: 'limited', value }
  const answer = await findMp(value)
  if (answer.outcome === 'found' && !answer.isRepaired) {
    const href = `/take-action/${answer.seat.slug}`
    // Where there is JavaScript it opens the page itself: for a redirect, Next would render the page a
    // second time and leave the keyboard's focus nowhere.
    if (fields.has('scripted')) return { outcome: 'ready', href }
    redirect(href)
  }
  return { ...composeFindMpText(answer), outcome: answer.outcome, value }
}
