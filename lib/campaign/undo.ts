import 'server-only'
import { z } from 'zod'
import { readCampaignSettings } from './data/settings'
import { diffFields } from '../audit/model/entry'
import { goalsOf } from './model/campaign'
import { mapOrganisation } from './model/organisation'
import type { Change } from '../audit/model/actor'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'
import { type CheckCampaign, keepCampaign } from './save'

const moment = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .nullable()

// As the log keeps them; entries from before the organisation was part of the settings don't have it.
const textOrNone = z.string().nullable().default(null)
const loggedSettings = z.object({
  ...mapOrganisation(() => textOrNone),
  ministerTitle: z.string(),
  ministerName: z.string().nullable(),
  ministerHandle: z.string().nullable(),
  ministerMemberId: z.number().nullable().default(null),
  hashtags: z.array(z.string()),
  goal: z.object({ of: z.enum(goalsOf), number: z.number() }).nullable(),
  isDissolved: z.boolean().nullable(),
  noticeText: z.string(),
  noticeFrom: moment,
  noticeUntil: moment,
})

/** Puts the campaign's settings back to what they were before a change. */
export async function undoSetting(
  { before, after }: UndoneLine,
  change: Change,
  check: CheckCampaign,
): Promise<UndoAnswer> {
  const stored = await readCampaignSettings()
  const settings = loggedSettings.safeParse(before)
  if (!stored || !settings.success) return 'refused'
  const current: Record<string, unknown> = JSON.parse(JSON.stringify(stored.settings))
  if (diffFields(current, after).length > 0) return 'changed-since'
  const { outcome } = await keepCampaign(settings.data, stored.version, change, check)
  return outcome === 'saved' ? 'undone' : outcome === 'conflict' ? 'changed-since' : 'refused'
}
