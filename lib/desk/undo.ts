import 'server-only'
import { findAudit } from '../audit/data/entries'
import { isAtLeast, type Staff } from '../staff/model/staff'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'
import { roleToUndo, undoable } from './model/undoable'
import { undoDirectory } from '../members/undo'
import { undoHeld } from '../actions/undo-held'
import { checkWithCampaign } from '../messages/check-stored'
import { undoMessageRule } from '../messages/undo'
import { undoSetting } from '../campaign/undo'
import { undoSource } from '../actions/undo-source'
import { undoStaff } from '../staff/undo'
import { undoSupporter } from '../supporters/undo'

type Undo = (line: UndoneLine, change: { actor: Staff; now: Date }) => Promise<UndoAnswer>

const undos: Record<keyof typeof undoable, Undo> = {
  directory: undoDirectory,
  'message-rule': undoMessageRule,
  setting: (line, change) => undoSetting(line, change, checkWithCampaign),
  source: undoSource,
  held: undoHeld,
  staff: undoStaff,
  supporter: undoSupporter,
}

/**
 * Undoes the last change to a row. The undo is itself a change in the log.
 * @param id the log entry’s id, untrusted
 * @returns `forbidden` if it takes a higher role
 */
export async function undoChange(id: unknown, actor: Staff, now: Date): Promise<UndoAnswer | 'forbidden'> {
  const found = typeof id === 'string' && /^\d{1,9}$/.test(id) ? await findAudit(Number(id)) : null
  const role = found && roleToUndo(found)
  const undo = Object.entries(undos).find(([entity]) => entity === found?.entity)?.[1]
  if (!found || !role || !undo) return 'refused'
  if (!isAtLeast(actor.role, role)) return 'forbidden'
  return found.isLast ? undo(found.line, { actor, now }) : 'changed-since'
}
