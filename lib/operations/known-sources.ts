import 'server-only'
import { listSourceLinks } from '../data/figures'
import { isBuiltInTag, otherSource } from '../domain/source-tag'

// So long a process goes by what it has read: reports come by the thousand a second.
const keptMs = 1_000

type Kept = { tags: Promise<Set<string>>; readAt: number }

let kept: Kept | null = null

/**
 * The tag under which an action is counted: itself when staff have given it out or the site has made it,
 * else `other`, since anybody can make up a tag. A new one is known within a second.
 */
export async function toKnownSource(tag: string | null): Promise<string | null> {
  if (tag === null || isBuiltInTag(tag)) return tag
  return (await readTags()).has(tag) ? tag : otherSource
}

async function readTags(): Promise<Set<string>> {
  if (kept && performance.now() - kept.readAt < keptMs) return kept.tags
  const tags = listSourceLinks().then((links) => new Set(links.map(({ tag }) => tag)))
  const fresh = { tags, readAt: performance.now() }
  kept = fresh
  tags.catch(() => kept === fresh && (kept = null))
  return tags
}
