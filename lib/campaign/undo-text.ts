import 'server-only'
import type { Change } from '../audit/model/actor'
import { diffFields } from '../audit/model/entry'
import type { UndoAnswer, UndoneLine } from '../audit/model/undo'
import { invalidateCaches } from '../shared/cache'
import { readDeskText, writeText } from './data/texts'
import { parseTextAudit, toTextAudit } from './model/text-snapshot'
import { isTextSection, toTextFields } from './model/texts'
import { readTextFields } from './save-text'

/** Puts a section of the texts back to what it was before a change: what visitors see, and the draft. */
export async function undoText({ entityId, before, after }: UndoneLine, change: Change): Promise<UndoAnswer> {
  if (!isTextSection(entityId) || !before || !after) return 'refused'
  const was = parseTextAudit(entityId, before)
  const became = parseTextAudit(entityId, after)
  const current = await readDeskText(entityId)
  const differing = diffFields(toTextAudit(entityId, current), after).map(({ field }) => field)
  // A change and its undo since count versions on, and change nothing.
  if (differing.some((field) => field !== 'version' && field !== 'name')) return 'changed-since'
  const isPublic = JSON.stringify(was.published) !== JSON.stringify(became.published)
  // Limits may have changed since.
  if (readTextFields(entityId, toTextFields(entityId, was.published), null).outcome === 'refused') return 'refused'
  const next = { ...(isPublic && { published: was.published }), draft: was.draft }
  const isWritten = await writeText(entityId, current.version, next, { ...change, action: 'text.undone' })
  invalidateCaches()
  return isWritten ? 'undone' : 'changed-since'
}
