'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readVisitor } from '@/app/read-visitor'
import { composeFindMpText, type FindMpState } from '@/lib/postcodes/words'
import { withSourceTag } from '@/lib/actions/model/source-tag'
import { findMp } from '@/lib/members/find-seat-by-postcode'
import { isWithinLimit } from '@/lib/shared/limits'
import { requestLimits } from '@/lib/actions/model/privacy'

// Long enough for any postcode with noise around it; the rest is cut off, and is no postcode anyway.
const postcodeField = z
  .string()
  .catch('')
  .transform((text) => text.slice(0, 100))

/**
 * Takes the form field `postcode` to the MP's page. The postcode comes by POST and goes nowhere:
 * not into the address of the answer, a log or a table.
 */
export async function submitPostcode(_previous: unknown, form: unknown): Promise<FindMpState> {
  const fields = form instanceof FormData ? form : new FormData()
  const value = postcodeField.parse(fields.get('postcode'))
  const { address, source } = await readVisitor()
  const answer = isWithinLimit(requestLimits.lookup, address) ? await findMp(value) : ({ outcome: 'limited' } as const)
  if (answer.outcome === 'found' && !answer.isRepaired) {
    const href = withSourceTag(`/take-action/${answer.seat.slug}`, source)
    // Where there is JavaScript it opens the page itself: for a redirect, Next would render the page a
    // second time and leave the keyboard's focus nowhere.
    if (fields.has('scripted')) return { outcome: 'ready', href }
    redirect(href)
  }
  const text = composeFindMpText(answer)
  const links = text.links.map((link) => ({ ...link, href: withSourceTag(link.href, source) }))
  return { ...text, links, outcome: answer.outcome, value }
}
