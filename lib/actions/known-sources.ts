import 'server-only'
import { listSourceLinks } from './data/figures'
import { isBuiltInTag, otherSource } from './model/source-tag'
import { keepBriefly } from '../shared/kept'

const readTags = keepBriefly(async () => new Set((await listSourceLinks()).map(({ tag }) => tag)))

/**
 * The tag under which an action is counted: itself when staff have given it out or the site has made it,
 * else `other`, since anybody can make up a tag. A new one is known within a second.
 */
export async function toKnownSource(tag: string | null): Promise<string | null> {
  if (tag === null || isBuiltInTag(tag)) return tag
  return (await readTags()).has(tag) ? tag : otherSource
}
