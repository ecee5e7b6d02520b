import 'server-only'
import { getCampaign } from '../campaign/get'
import { listSeatsWithMp } from '../members/data/seats'
import { listSupporterIds } from '../supporters/data/wall'
import type { Facts } from './model/changes'

/** What rules ask about, as it is: the constituencies, who supports the campaign, who the minister is. */
export async function loadFacts(now: Date) {
  const [seats, supporterIds, campaign] = await Promise.all([
    listSeatsWithMp(now),
    listSupporterIds(),
    getCampaign(now),
  ])
  return { seats, supporterIds, campaign } satisfies Facts
}
