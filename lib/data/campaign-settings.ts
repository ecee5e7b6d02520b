import 'server-only'
import { type CampaignSettings, goalsOf } from '../domain/campaign'
import { database } from './client'
import type { Change } from './message-desk'

/** The settings with their version, who saved them and when. */
export type StoredSettings = { version: number; updatedBy: string; updatedAt: Date; settings: CampaignSettings }

/** The settings that staff have saved last; null when they never have. */
export async function readCampaignSettings(): Promise<StoredSettings | null> {
  const db = await database()
  const row = await db.campaignSettings.findUnique({ where: { id: 1 }, omit: { id: true } })
  if (!row) return null
  const { version, updatedBy, updatedAt, hashtags, goalOf, goal, ...rest } = row
  const of = goalsOf.find((each) => each === goalOf)
  const settings = { ...rest, hashtags: hashtags.split(' ').filter((tag) => tag !== ''), goal: of && goal !== null ? { of, number: goal } : null }
  return { version, updatedBy, updatedAt, settings }
}

/**
 * Keeps the settings in place of the version that is known, 0 for none.
 * @returns false when there is a newer version
 */
export async function writeCampaignSettings({ hashtags, goal, ...rest }: CampaignSettings, version: number, { by, now }: Change): Promise<boolean> {
  const db = await database()
  const data = { ...rest, hashtags: hashtags.join(' '), goalOf: goal?.of ?? null, goal: goal?.number ?? null, version: version + 1, updatedBy: by, updatedAt: now }
  const written = version === 0 ? await db.campaignSettings.createMany({ data: { id: 1, ...data } }).catch(ignoreTaken) : await db.campaignSettings.updateMany({ where: { id: 1, version }, data })
  return written.count > 0
}

// Somebody else was the first to save.
function ignoreTaken(error: unknown): { count: number } {
  if (error instanceof Error && 'code' in error && error.code === 'P2002') return { count: 0 }
  throw error
}
