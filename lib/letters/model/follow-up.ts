/** What a visitor can say of their MP’s reply. The last answer counts. */
export const replies = ['helpful', 'unhelpful', 'acknowledgement', 'notYet', 'wrongAddress'] as const

export type Reply = (typeof replies)[number]

/**
 * What a link to the answers holds. One in our email has a token; one in a calendar that a visitor filled themselves has a
 * random key and what it is about, because until they answer we hold nothing of it.
 */
export const linkFields = ['token', 'own', 'seat', 'to', 'sent'] as const

export type FollowUpLink = Partial<Record<(typeof linkFields)[number], string>>

/** The link’s fields out of a form or an address; others, and values given twice, are left out. */
export function readFollowUpLink(given: Record<string, unknown>): FollowUpLink {
  return Object.fromEntries(
    linkFields.flatMap((name) => {
      const value = given[name]
      return typeof value === 'string' && value !== '' ? [[name, value.slice(0, 100)]] : []
    }),
  )
}

/** The answers as buttons. */
export const replyWords: Record<Reply, string> = {
  helpful: 'Yes, and it was helpful',
  unhelpful: 'Yes, but it wasn’t helpful',
  acknowledgement: 'Only an acknowledgement',
  notYet: 'Not yet',
  wrongAddress: 'The MP is no longer at that address',
}

/** The reply of this name; null if there is none. */
export function parseReply(text: unknown): Reply | null {
  return replies.find((each) => each === text) ?? null
}

/** How many answers there were about one MP’s replies. */
export type ReplyTally = Record<Reply, number>

/** Below this many answers, only admins see an MP’s. */
export const fewestAnswers = 5

/** The share of answers, from 0 to 1, that tell of a reply in substance; null without answers. */
export function rateReplies(tally: ReplyTally): number | null {
  const all = replies.reduce((sum, reply) => sum + tally[reply], 0)
  return all === 0 ? null : (tally.helpful + tally.unhelpful) / all
}
