'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readVisitor } from '@/app/read-visitor'
import { composeFindMpText, type FindMpState } from '@/lib/postcodes/words'
import { withSourceTag } from '@/lib/actions/model/source-tag'
import { findSeatByPostcode } from '@/lib/members/find-seat-by-postcode'
import { isWithinLimit } from '@/lib/shared/limits'
import { requestLimits } from '@/lib/actions/model/privacy'

// Long enough for any postcode with some noise around it; anything longer is cut, and isn't a postcode anyway.
const postcodeField = z
  .string()
  .catch('')
  .transform((text) => text.slice(0, 100))

/**
 * Takes a form's `postcode` to the MP's page. The postcode is posted and goes nowhere else: not into a URL, a log or a
 * table.
 */
export async function submitPostcode(_previous: unknown, form: unknown): Promise<FindMpState> {
  const fields = form instanceof FormData ? form : new FormData()
  const value = postcodeField.parse(fields.get('postcode'))
  const { address, source } = await readVisitor()
  const answer = isWithinLimit(requestLimits.lookup, address)
    ? await findSeatByPostcode(value)
    : ({ outcome: 'limited' } as const)
  if (answer.outcome === 'found' && !answer.isRepaired)
    redirect(withSourceTag(`/take-action/${answer.seat.slug}`, source))
  const text = composeFindMpText(answer)
  const links = text.links.map((link) => ({ ...link, href: withSourceTag(link.href, source) }))
  return { ...text, links, outcome: answer.outcome, value }
}
