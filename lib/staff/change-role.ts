import 'server-only'
import { type StaffChangeAnswer, writeRole } from './data/write'
import type { Role } from './model/staff'
import type { Actor } from '../audit/model/actor'

/** Changes someone’s role from their next request. The last admin can’t be demoted. */
export async function changeRole(id: string, role: Role, actor: Actor, now: Date): Promise<StaffChangeAnswer> {
  return writeRole({ id, role, actor, now })
}
