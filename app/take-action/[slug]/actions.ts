'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { channels } from '@/lib/domain/channel'
import { type CountAnswer, countHandOff } from '@/lib/operations/count-hand-off'
import { handOff, type HandOffAnswer } from '@/lib/operations/hand-off'

const slug = z.string().max(100)
const channel = z.enum(channels)
// Browsers post line breaks as CRLF; the longest useful email is far below the limit.
const text = z.string().max(20_000).transform((value) => value.replace(/\r\n?/g, '\n'))

const handOffForm = z.object({ slug, channel, post: text.optional(), subject: text.optional(), body: text.optional() })

/** What the page shows after a hand-off that could not be a redirect. */
export type HandOffState = HandOffAnswer | null

/**
 * The hand-off without JavaScript: counts it and redirects to the channel. A text that the visitor
 * has edited may hold their name and address, so it goes back in the page, never into a redirect.
 */
export async function submitHandOff(_previous: unknown, form: FormData): Promise<HandOffState> {
  const parsed = handOffForm.safeParse(form instanceof FormData ? Object.fromEntries(form) : null)
  if (!parsed.success) return { outcome: 'invalid' }
  const { slug, channel, ...draft } = parsed.data
  const answer = await handOff({ slug, channel, draft, now: new Date() })
  if (answer.outcome === 'ready') redirect(answer.url)
  return answer
}

/** Counts a hand-off that the browser has made by itself; the text stays there. */
export async function reportHandOff(slugGiven: unknown, channelGiven: unknown): Promise<CountAnswer> {
  const parsed = z.object({ slug, channel }).safeParse({ slug: slugGiven, channel: channelGiven })
  return parsed.success ? countHandOff({ ...parsed.data, now: new Date() }) : { outcome: 'invalid' }
}
