import 'server-only'
import type { NoticePart } from '../domain/notice'
import { log } from '../log'
import { getCampaign } from './get-campaign'

/** What every page says above all else; null when there is nothing to say, or the database does not answer. */
export async function getNotice(now: Date): Promise<NoticePart[] | null> {
  try {
    return (await getCampaign(now)).notice
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'no notice for the pages')
    return null
  }
}
