import 'server-only'
import { listStaffMembers } from './data/staff'
import { writeRole } from './data/write'
import { parseRole } from './model/staff'
import type { Change } from '../audit/model/actor'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'

/** Restores someone’s previous role. Invitations and removals can’t be undone from the log. */
export async function undoStaff({ entityId, before, after }: UndoneLine, change: Change): Promise<UndoAnswer> {
  const [had, has] = [parseRole(before?.role), parseRole(after?.role)]
  if (!had || !has) return 'refused'
  const person = (await listStaffMembers()).find(({ id }) => id === entityId)
  if (person?.role !== has) return 'changed-since'
  const { outcome } = await writeRole({ id: entityId, role: had, ...change })
  return outcome === 'changed' ? 'undone' : 'refused'
}
