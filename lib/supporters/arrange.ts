import 'server-only'
import { z } from 'zod'
import { writeMove, writeStatus } from './data/desk'
import type { Change } from '../audit/model/actor'
import { supporterStatuses } from './model/supporter'

const id = z.number().int().positive().max(2_147_483_647)
const statusInput = z.object({ ids: z.array(id).min(1).max(20_000), status: z.enum(supporterStatuses) })
const moveInput = z.object({ id, toIndex: z.number().int().min(0) })

/**
 * Publishes, hides or unpublishes several supporters at once.
 * @param ids not trusted, like `status`
 * @returns the ids that changed, without those that already had the status or no longer exist
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
 * Moves a supporter to an index, from 0, in the whole list in wall order. Of two concurrent moves, the second
 * applies to the list left by the first; positions stay unique.
 * @param supporterId not trusted, like `toIndex`
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
