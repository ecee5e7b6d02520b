import { cleanText } from './clean-text'
import { blueskyLength, xLength } from './post-length'

/** The networks that a post can be for. Facebook takes a link and no text. */
export const networks = ['x', 'bluesky', 'threads', 'whatsapp', 'facebook'] as const

export type Network = (typeof networks)[number]

/** What people call them. */
export const networkNames: Record<Network, string> = {
  x: 'X',
  bluesky: 'Bluesky',
  threads: 'Threads',
  whatsapp: 'WhatsApp',
  facebook: 'Facebook',
}

/** The longest post that each network takes, as it counts; the others take more than a field here. */
export const postLimits = { x: 280, bluesky: 300, threads: 500 } as const

/** The minister as posts name them, by title, with their handle on X. */
export type Minister = { name: string; xHandle: string }

/** The MP that a post is about, and the minister where texts mention them by a handle. */
export type Addressee = {
  name: string
  xHandle: string | null
  blueskyHandle: string | null
  minister?: Minister | null
}

/**
 * A post as it opens on a network: the MP's handle there instead of their handle elsewhere, or their name where they
 * have none, which might be someone else's handle there. The same goes for the minister, whose handle is known on X only.
 */
export function composePost(text: string, network: Network, mp: Addressee): string {
  const { name, xHandle, blueskyHandle, minister } = mp
  const here = network === 'x' ? xHandle : network === 'bluesky' ? blueskyHandle : null
  let post = cleanText(text)
  for (const handle of [xHandle, blueskyHandle])
    if (handle !== null && handle !== here) post = replaceMentions(post, handle, here === null ? name : `@${here}`)
  if (network === 'x') return preparePost(post)
  return minister ? replaceMentions(post, minister.xHandle, minister.name) : post
}

/** A post for X, where one that begins with a handle is a reply, which followers don't see: a full stop goes first. */
export function preparePost(text: string): string {
  const clean = cleanText(text)
  return /^[@＠]/.test(clean) ? `.${clean}` : clean
}

/** What keeps a post from being sent; lengths are as the network counts. */
export type PostProblem = { problem: 'empty' } | { problem: 'too-long'; length: number; limit: number }

/** What keeps a post from being sent on a network, or null. @param text as `composePost` returns it */
export function checkPost(text: string, network: Network): PostProblem | null {
  if (network === 'facebook') return null
  if (text.trim() === '') return { problem: 'empty' }
  if (network === 'whatsapp') return null
  const limit = postLimits[network]
  const length = network === 'x' ? xLength(text) : network === 'bluesky' ? blueskyLength(text) : text.length
  return length > limit ? { problem: 'too-long', length, limit } : null
}

/**
 * Replaces a handle, in any case, where it is a mention: a whole word of its own, and not part of a link, an email
 * address or a longer handle.
 */
function replaceMentions(text: string, handle: string, by: string): string {
  // No lookbehind: Safari has it only since 16.4.
  const mention = new RegExp(
    `(^\\.?|[^\\p{L}\\p{N}_.!#$%&*@＠/=+-])[@＠]${handle.replaceAll('.', '\\.')}(?![\\p{L}\\p{N}_@＠]|[.-][\\p{L}\\p{N}_])`,
    'giu',
  )
  return text
    .split(/(\s+)/)
    .map((word) => (/:\/\/|^www\./i.test(word) ? word : word.replace(mention, (_found, before: string) => before + by)))
    .join('')
}
