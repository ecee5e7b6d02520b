import 'server-only'
import { recordAudit } from '../../audit/data/entries'
import type { Change } from '../../audit/model/actor'
import { database, type Transaction } from '../../shared/database/client'
import { lock } from '../../shared/database/lock'
import { firstLetterSettings, type LetterSettings, toLoggedSettings } from '../model/settings'

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

type Changes = Partial<Omit<StoredLetterSettings, 'version'>>

/** Pausing is for more people to undo than the rest; a test is for nobody, and no change since of the settings. */
function nameChange(changes: Changes): { action: `letters.${string}`; entityId: string } {
  if (changes.testedAt !== undefined) return { action: 'letters.tested', entityId: 'test' }
  const { isPaused, ...others } = changes
  const isSwitch = isPaused !== undefined && Object.keys(others).length === 0
  const action = isSwitch ? (isPaused ? 'letters.paused' : 'letters.resumed') : 'letters.settings-changed'
  return { action, entityId: 'settings' }
}

/**
 * Saves some of the settings. The log says that letters are redirected, not where to: it holds no address.
 * @param version the one that the editor started from; null for a switch that stands for itself
 * @returns false when there is a newer version
 */
export async function writeLetterSettings(
  changes: Changes,
  version: number | null,
  { actor, now, undoing }: Change,
): Promise<boolean> {
  const db = await database()
  return db.$transaction(async (tx) => {
    await lock(tx, 'settings')
    const { version: newest, ...before } = await read(tx)
    if (version !== null && newest !== version) return false
    const after = { ...before, ...changes }
    const hasOtherMailbox =
      before.redirectTo !== null && after.redirectTo !== null && before.redirectTo !== after.redirectTo
    const data = { ...after, version: newest + 1, updatedBy: actor?.id ?? '', updatedAt: now }
    await tx.letterSettings.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data, select: { id: true } })
    await recordAudit(tx, {
      actor,
      entity: 'letters',
      ...nameChange(changes),
      before: toLoggedSettings(before),
      after: { ...toLoggedSettings(after), ...(hasOtherMailbox && { hasOtherMailbox }) },
      now,
      undoing,
    })
    return true
  })
}
