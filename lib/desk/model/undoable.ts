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
  letters: 'admin',
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
  'letters.tested',
  'letters.retried',
  'letters.erased',
]
// Who may turn this switch may also undo that.
const forPublishers = ['letters.paused', 'letters.resumed']

/** The minimum role that can undo a change like this; null if no one can. */
export function roleToUndo({ entity, action }: { entity: string; action: string }): Role | null {
  if (final.includes(action)) return null
  return forPublishers.includes(action)
    ? 'publisher'
    : (Object.entries(undoable).find(([each]) => each === entity)?.[1] ?? null)
}
