import 'server-only'
import { deletePasskey, deleteSession } from './data/devices'
import type { Staff } from './model/staff'

/** Signs out one of someone’s own browsers. @returns false if it isn’t theirs or is already signed out */
export async function revokeDevice(id: string, staff: Staff, now: Date): Promise<boolean> {
  return deleteSession({ id, userId: staff.id, now })
}

/** Deletes one of someone’s own passkeys. @returns false if it isn’t theirs or is already deleted */
export async function removePasskey(id: string, staff: Staff, now: Date): Promise<boolean> {
  return deletePasskey({ id, userId: staff.id, now })
}
