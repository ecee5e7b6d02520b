import 'server-only'
import { removePerson, type StaffChangeAnswer } from './data/write'
import type { Actor } from '../audit/model/actor'

/** Shuts somebody out at once; the last admin stays. What they did stays in the log, under a neutral name. */
export async function removeStaff(id: string, actor: Actor, now: Date): Promise<StaffChangeAnswer> {
  return removePerson({ id, actor, now })
}
