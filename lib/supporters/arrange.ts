import 'server-only'
import { z } from 'zod'
import { writeMove, writeStatus } from './data/desk'
import type { Change } from '../audit/model/actor'
import { supporterStatuses } from './model/supporter'

const id = z.number().int().positive().max(2_147_483_647)
const statusInput = z.object({ ids: z.array(id).min(1).max(20_000), status: z.enum(supporterStatuses) })
const moveInput = z.object({ id, toIndex: z.number().int().min(0) })

/**
 * Publishes, hides or drafts many supporters at once.
 * @param ids not trusted, as `status`
 * @returns the ids that changed; who had the status, or is gone, is not among them
 */
export async function setSupporterStatus(
  ids: unknown,
  status: unknown,
  change: Change,
): Promise<{ outcome: 'changed'; ids: number[] } | { outcome: 'refused' }> {
  const parsed = statusInput.safeParse({ ids, status })
  if (!parsed.success) return { outcome: 'refused' }
  return { outcome: 'changed', ids: await writeStatus([...new Set(parsed.data.ids)], parsed.data.status, change) }
}

/**
 * Puts a supporter at an index, from 0, of the whole list in the order of the wall. Of two who move at
 * once the second moves in the list that the first has left; positions stay unique.
 * @param supporterId not trusted, as `toIndex`
 */
export async function moveSupporter(
  supporterId: unknown,
  toIndex: unknown,
  change: Change,
): Promise<{ outcome: 'moved' } | { outcome: 'not-found' } | { outcome: 'refused' }> {
  const parsed = moveInput.safeParse({ id: supporterId, toIndex })
  if (!parsed.success) return { outcome: 'refused' }
  return { outcome: (await writeMove(parsed.data.id, parsed.data.toIndex, change)) ? 'moved' : 'not-found' }
}
