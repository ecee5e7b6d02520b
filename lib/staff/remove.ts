import 'server-only'
import { removePerson, type StaffChangeAnswer } from './data/write'
import type { Actor } from '../audit/model/actor'

/**
 * Revokes someone’s access at once, unless they are the last admin. The log keeps their actions under a neutral name.
 */
export async function removeStaff(id: string, actor: Actor, now: Date): Promise<StaffChangeAnswer> {
  return removePerson({ id, actor, now })
}
