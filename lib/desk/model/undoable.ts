import type { AuditEntity } from '../../audit/model/entry'
import type { Role } from '../../staff/model/staff'

/** The kinds of entity whose last change can be undone, and the minimum role for each. */
export const undoable = {
  directory: 'publisher',
  'message-rule': 'publisher',
  setting: 'admin',
  text: 'publisher',
  source: 'editor',
  held: 'publisher',
  staff: 'admin',
  supporter: 'publisher',
} as const satisfies Partial<Record<AuditEntity, Role>>

const final = [
  'staff.invited',
  'staff.removed',
  'staff.signed-in',
  'staff.renamed',
  'directory.synced',
  'supporter.deleted',
  'message-rule.deleted',
  'source.deleted',
]

/** The minimum role that can undo a change like this; null if no one can. */
export function roleToUndo({ entity, action }: { entity: string; action: string }): Role | null {
  return final.includes(action) ? null : (Object.entries(undoable).find(([each]) => each === entity)?.[1] ?? null)
}
