import 'server-only'
import { findAudit, findLatestChange, findSince, listDeed, type LoggedChange } from '../audit/data/deeds'
import { listAudit } from '../audit/data/entries'
import { isAtLeast, type Role, type Staff } from '../staff/model/staff'
import type { Change } from '../audit/model/actor'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'
import { describeAction } from '../audit/words'
import { roleToUndo, undoable } from './model/undoable'
import { undoDirectory } from '../members/undo'
import { undoLetterSettings } from '../letters/undo'
import { undoHeld } from '../actions/undo-held'
import { checkWithCampaign } from '../messages/check-stored'
import { undoMessageRule } from '../messages/undo'
import { undoSetting } from '../campaign/undo'
import { undoText } from '../campaign/undo-text'
import { undoSource } from '../actions/undo-source'
import { undoStaff } from '../staff/undo'
import { formatMoment } from '../shared/model/uk-time'
import { undoSupporters } from '../supporters/undo'

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
  letters: oneByOne(undoLetterSettings),
  staff: oneByOne(undoStaff),
  supporter: undoSupporters,
}

/**
 * Undoes a change, if its row is as the change left it, and everything else that was done in the same deed. The undo is
 * itself a change in the log.
 * @param id the log entry’s id, not trusted
 * @returns `forbidden` if it takes a higher role; `changed-since` if one of a deed's rows has changed since, and then
 * nothing is undone
 */
export async function undoChange(id: unknown, actor: Staff, now: Date): Promise<UndoAnswer | 'forbidden'> {
  const found = await findChange(id)
  const role = found && roleToUndo(found)
  const undo = Object.entries(undos).find(([entity]) => entity === found?.entity)?.[1]
  if (!found || !role || !undo) return 'refused'
  if (!isAtLeast(actor.role, role)) return 'forbidden'
  const changes = await listWithDeed(found)
  if (changes.some(({ isAsLeft }) => !isAsLeft)) return 'changed-since'
  const undoing = new Map(changes.map(({ line, id: undone }) => [line.entityId, undone]))
  return undo(
    changes.map(({ line }) => line),
    { actor, now, undoing },
  )
}

/**
 * Says what keeps a change from being undone: what has changed since, who did it and when.
 * @param id the log entry’s id, not trusted
 */
export async function describeSince(id: unknown): Promise<string> {
  const found = await findChange(id)
  const changes = found ? await listWithDeed(found) : []
  const changed = changes.find(({ isAsLeft }) => !isAsLeft) ?? found
  const since = changed && (await findSince(changed))
  const [line] = since ? (await listAudit({ person: '', entity: '', day: '' }, since + 1)).lines : []
  if (!line) return 'Nothing was undone: it has changed since. Load the page again.'
  const [when, who] = [formatMoment(line.at), line.actor ?? 'the command line']
  if (line.undoes === changed?.id) return `Nothing was undone: this was undone already, on ${when}, by ${who}.`
  const name = line.entityName === null ? '' : `, ${line.entityName}`
  return `Nothing was undone: it has changed since. On ${when}, ${who} ${describeAction(line.action)}${name}.`
}

async function findChange(id: unknown): Promise<LoggedChange | null> {
  return typeof id === 'string' && /^\d{1,9}$/.test(id) ? findAudit(Number(id)) : null
}

async function listWithDeed(change: LoggedChange): Promise<LoggedChange[]> {
  return change.deed === null ? [change] : listDeed(change.deed)
}

/** The change that somebody has made since an instant, if they may undo it. */
export async function findUndoable(actorId: string, role: Role, since: Date): Promise<number | null> {
  const id = await findLatestChange(actorId, since)
  const found = id === null ? null : await findAudit(id)
  const minimum = found && roleToUndo(found)
  return minimum && isAtLeast(role, minimum) ? id : null
}
