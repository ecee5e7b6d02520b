import 'server-only'
import { listStaffMembers, type StaffMember } from './data/staff'

export type { StaffMember }

/** Everybody who may use the desk, by name. */
export async function listStaff(): Promise<StaffMember[]> {
  return listStaffMembers()
}
