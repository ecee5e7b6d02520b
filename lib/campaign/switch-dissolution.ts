import 'server-only'
import type { Change } from '../audit/model/actor'
import { describeCampaign } from './describe'
import { type CheckCampaign, keepCampaign } from './save'

/**
 * Says whether Parliament is dissolved, leaving every other setting alone.
 * @param isDissolved null leaves it to the server's own setting
 * @returns `conflict` when someone has just saved the settings
 */
export async function switchDissolution(
  isDissolved: boolean | null,
  change: Change,
  check: CheckCampaign,
): Promise<'switched' | 'conflict' | 'refused'> {
  const { settings, version } = await describeCampaign()
  if (settings.isDissolved === isDissolved) return 'switched'
  const { outcome } = await keepCampaign({ ...settings, isDissolved }, version, change, check)
  return outcome === 'saved' ? 'switched' : outcome === 'conflict' ? 'conflict' : 'refused'
}
