import 'server-only'
import { type NoticePart, outageNotice } from './model/notice'
import { env } from '../shared/env'
import { log } from '../shared/log'
import { readWithFallback } from '../shared/fallback'
import { getCampaign } from './get'

/**
 * The notice at the top of every page; null when there is none. When the database is unavailable, the notice says so.
 */
export async function getNotice(now: Date): Promise<NoticePart[] | null> {
  try {
    return await readWithFallback(
      async () => (await getCampaign(now)).notice,
      () => outageNotice,
    )
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'could not load the notice')
    return env.isBuilding ? null : outageNotice
  }
}
