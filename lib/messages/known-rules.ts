import 'server-only'
import { cacheBriefly } from '../shared/cache'
import { listPublishedIds } from './data/rules'

const readIds = cacheBriefly(async () => new Set(await listPublishedIds()))

/**
 * The message to count something under: the one that a page says it offered, if there is such a message and it was ever
 * published; else null, since anyone can invent a number. An archived one still counts: pages that offer it may be open.
 * @param id not trusted
 */
export async function toKnownRule(id: number | null): Promise<number | null> {
  return id !== null && (await readIds()).has(id) ? id : null
}
