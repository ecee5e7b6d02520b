import 'server-only'
import { type CampaignSettings, firstSettings, goalsOf } from '../model/campaign'
import type { Change } from '../../audit/model/actor'
import { recordAudit } from '../../audit/data/entries'
import { database, type Transaction } from '../../shared/database/client'
import { lock } from '../../shared/database/lock'

/** The settings with their version, and who saved them when. */
export type StoredSettings = { version: number; updatedBy: string; updatedAt: Date; settings: CampaignSettings }

/** The settings as staff last saved them; null when they never have. */
export async function readCampaignSettings(): Promise<StoredSettings | null> {
  return read(await database())
}

async function read(db: Transaction): Promise<StoredSettings | null> {
  const row = await db.campaignSettings.findUnique({ where: { id: 1 }, omit: { id: true } })
  if (!row) return null
  const { version, updatedBy, updatedAt, hashtags, goalOf, goal, ...rest } = row
  const of = goalsOf.find((each) => each === goalOf)
  const settings = {
    ...rest,
    hashtags: hashtags.split(' ').filter((tag) => tag !== ''),
    goal: of && goal !== null ? { of, number: goal } : null,
  }
  return { version, updatedBy, updatedAt, settings }
}

/**
 * Saves the settings over the version the editor started from, 0 for none.
 * @returns false when there is a newer version
 */
export async function writeCampaignSettings(
  settings: CampaignSettings,
  version: number,
  { actor, now, undoing }: Change,
): Promise<boolean> {
  const { hashtags, goal, ...rest } = settings
  const data = {
    ...rest,
    hashtags: hashtags.join(' '),
    goalOf: goal?.of ?? null,
    goal: goal?.number ?? null,
    version: version + 1,
    updatedBy: actor?.id ?? '',
    updatedAt: now,
  }
  const db = await database()
  return db.$transaction(async (tx) => {
    await lock(tx, 'settings')
    const stored = await read(tx)
    if ((stored?.version ?? 0) !== version) return false
    await tx.campaignSettings.upsert({
      where: { id: 1 },
      create: { id: 1, ...data },
      update: data,
      select: { id: true },
    })
    const before = stored?.settings ?? firstSettings
    await recordAudit(tx, {
      actor,
      action: 'setting.changed',
      entity: 'setting',
      entityId: 'campaign',
      before,
      after: settings,
      now,
      undoing,
    })
    return true
  })
}
