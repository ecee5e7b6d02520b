import 'server-only'
import { listSourceLinks } from './data/source-links'
import { isBuiltInTag, otherSource } from './model/source-tag'
import { cacheBriefly } from '../shared/cache'

const readTags = cacheBriefly(async () => new Set((await listSourceLinks()).map(({ tag }) => tag)))

/**
 * The tag to count an action under: the tag itself when staff issued it or the site uses it, otherwise `other`, since
 * anyone can invent a tag. An archived link's tag is still known, so that nothing is lost if it comes back. A newly issued tag is recognised within a second.
 */
export async function toKnownSource(tag: string | null): Promise<string | null> {
  if (tag === null || isBuiltInTag(tag)) return tag
  return (await readTags()).has(tag) ? tag : otherSource
}
