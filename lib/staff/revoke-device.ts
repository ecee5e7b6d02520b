import 'server-only'
import { deletePasskey, deleteSession } from './data/devices'
import type { Staff } from './model/staff'

/** Signs one of somebody's own browsers out; false when it is not theirs, or gone already. */
export async function revokeDevice(id: string, staff: Staff, now: Date): Promise<boolean> {
  return deleteSession({ id, userId: staff.id, now })
}

/** Takes one of somebody's own passkeys away; false when it is not theirs, or gone already. */
export async function removePasskey(id: string, staff: Staff, now: Date): Promise<boolean> {
  return deletePasskey({ id, userId: staff.id, now })
}
