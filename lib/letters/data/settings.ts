import 'server-only'
import { recordAudit } from '../../audit/data/entries'
import type { Change } from '../../audit/model/actor'
import { database, type Transaction } from '../../shared/database/client'
import { lock } from '../../shared/database/lock'
import { firstLetterSettings, type LetterSettings } from '../model/settings'

/** The settings with their version: 0 while nobody has saved any. */
export type StoredLetterSettings = LetterSettings & { version: number; testedAt: Date | null }

const unsaved: StoredLetterSettings = { ...firstLetterSettings, version: 0, testedAt: null }

/** The settings as staff last saved them. */
export async function readLetterSettings(): Promise<StoredLetterSettings> {
  return read(await database())
}

async function read(db: Transaction): Promise<StoredLetterSettings> {
  const row = await db.letterSettings.findUnique({
    where: { id: 1 },
    omit: { id: true, updatedBy: true, updatedAt: true },
  })
  return row ?? unsaved
}

/**
 * Saves some of the settings. The log says that letters are redirected, not where to: it holds no address.
 * @param version the one that the editor started from; null for a switch that stands for itself
 * @returns false when there is a newer version
 */
export async function writeLetterSettings(
  changes: Partial<Omit<StoredLetterSettings, 'version'>>,
  version: number | null,
  { actor, now }: Change,
): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    await lock(tx, 'settings')
    const { version: newest, ...before } = await read(tx)
    if (version !== null && newest !== version) return false
    const after = { ...before, ...changes }
    const data = { ...after, version: newest + 1, updatedBy: actor?.id ?? '', updatedAt: now }
    await tx.letterSettings.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data, select: { id: true } })
    await recordAudit(tx, {
      actor,
      action: 'letters.settings-changed',
      entity: 'letters',
      entityId: 'settings',
      before: toLog(before),
      after: toLog(after),
      now,
    })
    return true
  })
}

function toLog({ isOn, isPaused, redirectTo, perMpPerHour, perHour, testedAt }: Omit<StoredLetterSettings, 'version'>) {
  return { isOn, isPaused, isRehearsal: redirectTo !== null, perMpPerHour, perHour, testedAt }
}
