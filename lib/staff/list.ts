import 'server-only'
import { listStaffMembers, type StaffMember } from './data/staff'

export type { StaffMember }

/** Everyone with access to the desk, sorted by name. */
export async function listStaff(): Promise<StaffMember[]> {
  return listStaffMembers()
}
