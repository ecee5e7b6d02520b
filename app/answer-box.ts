import { composeFindMpText, type FindMpState } from '@/lib/postcodes/words'
import { parseSourceTag, withSourceTag } from '@/lib/actions/model/source-tag'
import { answerBox } from '@/lib/members/answer-box'
import { isWithinLimit } from '@/lib/shared/limits'
import type { Limit } from '@/lib/shared/model/limits'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readVisitor } from './read-visitor'

// Long enough for an address in several lines; anything beyond is cut.
const typedField = z
  .string()
  .catch('')
  .transform((text) => text.slice(0, 1_000))

/**
 * Answers what was typed into a postcode box or the search: a postcode goes on to the MP's page, anything else is answered
 * above the form. What was typed is posted and goes nowhere else: not into a URL, a log or a table.
 * @param form not trusted
 * @param name the name of its field
 */
export async function answerForm(
  form: unknown,
  name: 'postcode' | 'query',
  limit: Limit,
): Promise<NonNullable<FindMpState>> {
  const fields = form instanceof FormData ? form : new FormData()
  const value = typedField.parse(fields.get(name))
  const { address, source: sent } = await readVisitor()
  const source = sent ?? parseSourceTag(fields.get('s'))
  const answer = isWithinLimit(limit, address) ? await answerBox(value) : ({ outcome: 'limited' } as const)
  if (answer.outcome === 'found' && !answer.isRepaired)
    redirect(withSourceTag(`/take-action/${answer.seat.slug}`, source))
  const text = composeFindMpText(answer)
  return {
    ...text,
    links: text.links.map((link) => ({ ...link, href: withSourceTag(link.href, source) })),
    choices: text.choices.map(({ heading, seats }) => ({
      heading,
      seats: seats.map((seat) => ({ ...seat, href: withSourceTag(seat.href, source) })),
    })),
    outcome: answer.outcome,
    value,
    source,
  }
}
