import 'server-only'
import { findLatestChange, listDeed } from '../audit/data/deeds'
import { findAudit } from '../audit/data/entries'
import { isAtLeast, type Role, type Staff } from '../staff/model/staff'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'
import { roleToUndo, undoable } from './model/undoable'
import { undoDirectory } from '../members/undo'
import { undoHeld } from '../actions/undo-held'
import { checkWithCampaign } from '../messages/check-stored'
import { undoMessageRule } from '../messages/undo'
import { undoSetting } from '../campaign/undo'
import { undoText } from '../campaign/undo-text'
import { undoSource } from '../actions/undo-source'
import { undoStaff } from '../staff/undo'
import { undoSupporters } from '../supporters/undo'

type Change = { actor: Staff; now: Date }
type Undo = (lines: readonly UndoneLine[], change: Change) => Promise<UndoAnswer>

/** For what is done to one thing at a time, or to few. */
const oneByOne =
  (undo: (line: UndoneLine, change: Change) => Promise<UndoAnswer>): Undo =>
  async (lines, change) => {
    for (const line of lines) {
      const answer = await undo(line, change)
      if (answer !== 'undone') return answer
    }
    return 'undone'
  }

const undos: Record<keyof typeof undoable, Undo> = {
  directory: oneByOne(undoDirectory),
  'message-rule': oneByOne(undoMessageRule),
  setting: oneByOne((line, change) => undoSetting(line, change, checkWithCampaign)),
  text: oneByOne(undoText),
  source: oneByOne(undoSource),
  held: oneByOne(undoHeld),
  staff: oneByOne(undoStaff),
  supporter: undoSupporters,
}

/**
 * Undoes a change, if nothing has changed that row since, and everything else that was done in the same deed. The undo
 * is itself a change in the log.
 * @param id the log entry’s id, untrusted
 * @returns `forbidden` if it takes a higher role; `changed-since` if one of a deed's rows has changed since, and then
 * nothing is undone
 */
export async function undoChange(id: unknown, actor: Staff, now: Date): Promise<UndoAnswer | 'forbidden'> {
  const found = typeof id === 'string' && /^\d{1,9}$/.test(id) ? await findAudit(Number(id)) : null
  const role = found && roleToUndo(found)
  const undo = Object.entries(undos).find(([entity]) => entity === found?.entity)?.[1]
  if (!found || !role || !undo) return 'refused'
  if (!isAtLeast(actor.role, role)) return 'forbidden'
  const changes = found.deed === null ? [found] : await listDeed(found.deed)
  if (changes.some(({ isLast }) => !isLast)) return 'changed-since'
  return undo(
    changes.map(({ line }) => line),
    { actor, now },
  )
}

/** The change that somebody has made since an instant, if they may undo it. */
export async function findUndoable(actorId: string, role: Role, since: Date): Promise<number | null> {
  const id = await findLatestChange(actorId, since)
  const found = id === null ? null : await findAudit(id)
  const minimum = found && roleToUndo(found)
  return minimum && isAtLeast(role, minimum) ? id : null
}
