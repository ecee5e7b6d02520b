import 'server-only'
import type { Change } from '../audit/model/actor'
import { isErased } from '../audit/model/eraser'
import { invalidateCaches } from '../shared/cache'
import { listTextVersions, readDeskText, type TextChange, writeText } from './data/texts'
import { isTextSection } from './model/texts'

/** A section and the version that was looked at. Not trusted. */
export type SeenText = { section: string; version: number }

/** `conflict`: somebody else has changed the section since. */
type TextAnswer = { outcome: 'done' | 'conflict' | 'not-found' }

/**
 * Publishes a section's draft. Visitors see it within a second.
 * @returns `erased`: refused, since a person’s data was erased from the draft, and nobody has written something else
 */
export async function publishText(
  { section, version }: SeenText,
  { actor, now }: Change,
): Promise<TextAnswer | { outcome: 'erased' }> {
  if (!isTextSection(section)) return { outcome: 'not-found' }
  const { draft } = await readDeskText(section)
  if (!draft) return { outcome: 'conflict' }
  if (isErased(...Object.values(draft.fields))) return { outcome: 'erased' }
  const change = { actor, now, action: 'text.published' } as const
  const answer = toAnswer(await writeText(section, version, { published: draft.fields, draft: null }, change))
  invalidateCaches()
  return answer
}

/** Discards a section's draft. */
export async function discardText({ section, version }: SeenText, change: Change): Promise<TextAnswer> {
  if (!isTextSection(section)) return { outcome: 'not-found' }
  return toAnswer(await writeText(section, version, { draft: null }, { ...change, action: 'text.draft-discarded' }))
}

/**
 * Makes an earlier version of a section its draft, in place of any that is there.
 * @param from the version to go back to; 0 for the shipped text
 */
export async function restoreText(
  { section, version, from }: SeenText & { from: number },
  { actor, now }: Change,
): Promise<TextAnswer> {
  if (!isTextSection(section)) return { outcome: 'not-found' }
  const old = from === 0 ? { fields: {} } : (await listTextVersions(section)).find((each) => each.version === from)
  if (!old) return { outcome: 'not-found' }
  const change: TextChange = { actor, now, action: 'text.restored' }
  return toAnswer(await writeText(section, version, { draft: old.fields }, change))
}

function toAnswer(isWritten: boolean): TextAnswer {
  return { outcome: isWritten ? 'done' : 'conflict' }
}
