import 'server-only'
import { type NoticePart, outageNotice } from './model/notice'
import { env } from '../shared/env'
import { log } from '../shared/log'
import { readOrDoWithout } from '../shared/fallback'
import { getCampaign } from './get'

/** What every page says above all else; null when there is nothing to say. When the database does not answer, that is said. */
export async function getNotice(now: Date): Promise<NoticePart[] | null> {
  try {
    return await readOrDoWithout(
      async () => (await getCampaign(now)).notice,
      () => outageNotice,
    )
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'no notice for the pages')
    return env.isBuilding ? null : outageNotice
  }
}
