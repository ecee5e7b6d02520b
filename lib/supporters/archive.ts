import 'server-only'
import { z } from 'zod'
import { type By, deleteArchived, writeArchived, writeBroughtBack } from './data/archive'

const idInput = z.coerce.number().int().positive().max(2_147_483_647)

/**
 * Archives a supporter: off the wall and out of every list, and deleted for good after a while.
 * @param id not trusted
 * @returns `not-found` when there is none, or when they are archived already
 */
export async function archiveSupporter(id: unknown, change: By): Promise<{ outcome: 'archived' | 'not-found' }> {
  const parsed = idInput.safeParse(id)
  return { outcome: parsed.success && (await writeArchived(parsed.data, change)) ? 'archived' : 'not-found' }
}

/**
 * Brings an archived supporter back. They come back hidden, so that nobody reaches the wall without a publisher who
 * looks at them.
 * @param id not trusted
 */
export async function bringSupporterBack(id: unknown, change: By): Promise<{ outcome: 'brought-back' | 'not-found' }> {
  const parsed = idInput.safeParse(id)
  return { outcome: parsed.success && (await writeBroughtBack(parsed.data, change)) ? 'brought-back' : 'not-found' }
}

/**
 * Deletes an archived supporter for good, before their days are over.
 * @param id not trusted
 */
export async function deleteSupporter(id: unknown, change: By): Promise<{ outcome: 'deleted' | 'not-found' }> {
  const parsed = idInput.safeParse(id)
  return { outcome: parsed.success && (await deleteArchived(parsed.data, change)) > 0 ? 'deleted' : 'not-found' }
}

/** Deletes all supporters for good whose days in the archive are over. @returns how many */
export async function emptySupporterArchive(now: Date): Promise<number> {
  return deleteArchived(null, { actor: null, now })
}
